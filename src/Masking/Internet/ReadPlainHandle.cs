using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>
/// English handles of plain words: "the tall one", "fox in socks", "p n carter". Small words may stand inside; what only a sentence about
/// logins says may not.
/// </summary>
internal static class ReadPlainHandle
{
    private const int Longest = 6;
    private const int LongestSpelled = 40;

    /// <summary>Last token of the handle that begins here and goes up to the end of the line or to what people add to a handle; -1 when this is talk.</summary>
    public static int End(TokenisedCall call, int first)
    {
        if (!call.Tokens[first].Is(TokenShape.Latin) || IsLead(call.Folded(first)))
        {
            return -1;
        }

        if (IsSpelled(call, first))
        {
            return SpelledEnd(call, first);
        }

        var last = first - 1;
        for (var i = first; i < call.Tokens.Length && (i == first || !call.Tokens[i].Is(TokenShape.LineStart)) && !(i > first && AddsTo(call, i)); i++)
        {
            if (call.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number) || i - first >= Longest || IsTalk(call.Folded(i)))
            {
                return -1;
            }

            last = i;
        }

        return last < first || IsLead(call.Folded(last)) || IsBare(call, first, last) ? -1 : last;
    }

    // "j for juliet d for delta a for alpha victor".
    private static bool IsSpelled(TokenisedCall call, int first) =>
        first + 2 < call.Tokens.Length && IsLetter(call, first) && call.Tokens[first + 1].Is(WordTraits.SpellingLink) && !call.Tokens[first + 1].Is(TokenShape.LineStart);

    private static int SpelledEnd(TokenisedCall call, int first)
    {
        var last = first;
        for (var i = first + 1; i < call.Tokens.Length && !call.Tokens[i].Is(TokenShape.LineStart) && i - first < LongestSpelled && call.Tokens[i].Kind is TokenKind.Word or TokenKind.Number; i++)
        {
            last = i;
        }

        return last;
    }

    /// <summary>"my login is tharrison all one word", "… with a dot", "… on instagram": the handle ends before this word.</summary>
    public static bool AddsTo(TokenisedCall call, int index)
    {
        var next = index + 1 < call.Tokens.Length && !call.Tokens[index + 1].Is(TokenShape.LineStart) ? call.Folded(index + 1) : default;
        return call.Tokens[index].Kind is TokenKind.Sign || call.Folded(index) switch
        {
            "all" => next is "one" or "lower" or "lowercase" or "small" or "caps" or "capitals" or "together",
            "lower" or "lowercase" or "uppercase" or "capital" or "please" or "thanks" or "but" or "no" or "yes" or "because" or "so" or "if" or "or" => true,
            "on" or "with" or "for" => next is "instagram" or "insta" or "twitter" or "tiktok" or "facebook" or "telegram" or "reddit" or "steam" or "snapchat" or "discord" or "twitch" or "the" or "a" or "an" or "two" or "your" or "my" or "no" or "there" or "both" or "everything",
            "and" => next is "i" or "my" or "on" or "the" or "it" or "then" or "that" or "we" or "what" or "you",
            "that" or "it" or "i" => true,
            _ => false,
        };
    }

    /// <summary>"firstbase all one word eighty eight", "banana split with two two two at the end": the digits that a handle goes on with, or -1.</summary>
    public static (int First, int Last) DigitsAfter(TokenisedCall call, int handle)
    {
        var i = handle + 1;
        while (i < call.Tokens.Length && i - handle < 7 && !call.Tokens[i].Is(TokenShape.LineStart) && IsBetween(call, i))
        {
            i++;
        }

        if (i == handle + 1 || i >= call.Tokens.Length || call.Tokens[i].Is(TokenShape.LineStart) || !ReadNumber.IsNumber(call.Tokens[i]))
        {
            return (-1, -1);
        }

        var last = i;
        while (last + 1 < call.Tokens.Length && !call.Tokens[last + 1].Is(TokenShape.LineStart) && ReadNumber.IsNumber(call.Tokens[last + 1]))
        {
            last++;
        }

        return last + 1 >= call.Tokens.Length || call.Tokens[last + 1].Is(TokenShape.LineStart) || call.Folded(last + 1) is "at" or "on" or "after" ? (i, last) : (-1, -1);
    }

    private static bool IsBetween(TokenisedCall call, int index) =>
        call.Folded(index) is "all" or "word" or "lower" or "case" or "lowercase" or "with" or "and" or "then" or "followed" or "by" or "the" or "numbers" or "number" or "no" or "spaces"
        || (call.Folded(index) is "one" && index + 1 < call.Tokens.Length && call.Folded(index + 1) is "word");

    /// <summary>Letters one by one before a surname: "p n carter". A single letter is a word too.</summary>
    public static bool BeginsWithInitials(TokenisedCall call, int first) =>
        first + 2 < call.Tokens.Length && IsLetter(call, first) && IsLetter(call, first + 1) && !call.Tokens[first + 2].Is(TokenShape.LineStart) && call.Tokens[first + 2].Kind is TokenKind.Word
        && !call.Tokens[first + 2].Is(WordTraits.FunctionWord);

    private static bool IsLetter(TokenisedCall call, int token) => call.Tokens[token].FoldedLength == 1 && call.Tokens[token].Kind is TokenKind.Word && call.Tokens[token].Is(TokenShape.Latin);

    // "the same", "the problem": an article and one word is no handle that anybody would dictate so.
    private static bool IsBare(TokenisedCall call, int first, int last) => last - first < 2 && call.Folded(first) is "the" or "a" or "an";

    private static bool IsLead(ReadOnlySpan<char> word) => word is "in" or "on" or "for" or "from" or "with" or "of" or "to" or "and" or "by" or "about" or "after" or "before" or "at" or "as" or "or" or "when"
            or "really" or "very" or "too" or "quite" or "pretty" or "always" or "being" or "going" or "getting" or "full" or "gone" or "down" or "off" or "out" or "come" or "fell" or "let" or "find" or "one";

    /// <summary>Words of a sentence about logins; no handle holds them.</summary>
    public static bool IsTalk(ReadOnlySpan<char> word) =>
        word is "i" or "you" or "we" or "he" or "she" or "they" or "it" or "that" or "this" or "these" or "those" or "there" or "your" or "their" or "not" or "don" or "never" or "nothing" or "none" or "same" or "email" or "mail" or "number" or "password"
            or "forgot" or "forgotten" or "remember" or "know" or "think" or "check" or "checking" or "second" or "sec" or "moment" or "minute" or "wait" or "hold" or "hang" or "sorry" or "what" or "which" or "who" or "how" or "when" or "why" or "where"
            or "should" or "would" or "can" or "could" or "cannot" or "is" or "isn" or "are" or "was" or "were" or "have" or "has" or "had" or "do" or "does" or "did" or "got" or "get" or "need" or "want" or "tried" or "try" or "still" or "already" or "just"
            or "details" or "page" or "screen" or "error" or "blank" or "message" or "account" or "working" or "correct" or "incorrect" or "wrong" or "right" or "invalid" or "locked" or "broken" or "expired" or "required" or "optional" or "different" or "unknown"
            or "ready" or "sure" or "course" or "okay" or "ok" or "yes" or "no" or "yeah" or "hello" or "thanks" or "please" or "issue" or "problem" or "app" or "website" or "site" or "phone" or "computer" or "laptop" or "last" or "first" or "name" or "either" or "yet" or "again" or "someone" or "somebody" or "anyone" or "anybody" or "else" or "another" or "users" or "user" or "moment" or "login" or "logins" or "off"
            or "today" or "tomorrow" or "yesterday" or "now" or "sensitive" or "case" or "help" or "set" or "using" or "used" or "see" or "said" or "says" or "because" or "through";
}
