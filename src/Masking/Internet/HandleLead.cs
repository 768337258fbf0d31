using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>What stands between the word for a handle and the handle: "is", "it's", "at sign"; and whose it is.</summary>
internal static class HandleLead
{
    /// <summary>"my handle is moonbeam": all that the line says after it.</summary>
    public static bool SaysIs(TokenisedCall call, int from, int first)
    {
        for (var i = from; i < first; i++)
        {
            if (call.Folded(i) is "is" or "это" or "s" or "as" or "called" or "называется")
            {
                return true;
            }
        }

        // "ник сумеречный странник", "логином тест".
        return first == from && !IsVerb(call, from - 1) && call.Folded(from - 1) is "ник" or "ником" or "логином" or "никнейм" or "handle" or "username" or "called" or "телега" or "يوزري" or "يوزر" or "بالانستا" or "بتويتر" or "بالسناب" or "بالتيك";
    }

    // "i can't handle all that".
    private static bool IsVerb(TokenisedCall call, int word) =>
        call.Folded(word) is "handle" && !(word > 0 && call.Folded(word - 1) is "my" or "our" or "his" or "her" or "their" or "the" or "your" or "twitter" or "insta" or "instagram" or "ig" or "telegram" or "tiktok" or "forum");

    /// <summary>"login page shows error ten sixty", "ник забыл", "a message on telegram when it's ready".</summary>
    public static bool IsTalkOfLogins(TokenisedCall call, int from, int first) => GoesOn(call, from, first) || (call.Folded(first) is "one" && first + 1 < call.Tokens.Length && call.Folded(first + 1) is "moment" or "second" or "minute" or "sec") ||
        call.Folded(first) is "page" or "screen" or "button" or "form" or "error" or "issue" or "details" or "box" or "field" or "fails" or "failed" or "or" or "with"
        || (call.Tokens[first].Is(TokenShape.Cyrillic) && ReadHandle.IsKnown(call, first) && call.Folded(first) is [.., 'л'] or [.., 'л', 'а'] or [.., 'л', 'и'] or [.., 'т', 'ь'] or [.., 'е', 'т'] or [.., 'и', 'т'] or [.., 'с', 'я'] && ReadHandle.IsWholeRest(call, first));

    /// <summary>"telegram, at sign, north wind": what follows was said to be a handle.</summary>
    public static bool HasAt(TokenisedCall call, int from, int first)
    {
        for (var i = from; i < first; i++)
        {
            if (call.Tokens[i].Is(WordTraits.At) && call.Folded(i) is not "эт")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the handle is at coffee and cobbles", "my handle is the tall one": where the sign or the article before the handle stands; the handle itself without one.</summary>
    public static int Begin(TokenisedCall call, int from, int first) =>
        first <= from || !call.Tokens[first - 1].Is(TokenShape.Latin) ? first
        : call.Tokens[first - 1].Is(WordTraits.At) || call.Folded(first - 1) is "the" ? first - 1
        : first - 1 > from && call.Folded(first - 1) is "sign" && call.Tokens[first - 2].Is(WordTraits.At) ? first - 2
        : first;

    private static bool GoesOn(TokenisedCall call, int from, int first)
    {
        for (var i = from; i < first; i++)
        {
            if (call.Folded(i) is "when" or "if" or "where" or "because" or "what" or "how")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line ends between the word for a handle and what follows it.</summary>
    public static bool CrossesLine(TokenisedCall call, int from, int first)
    {
        for (var i = from; i <= first; i++)
        {
            if (call.Tokens[i].Is(TokenShape.LineStart))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"i log in as meadow fox", "sign in with mrs tiggywinkle": two words, or one of no dictionary.</summary>
    public static bool SaysAs(TokenisedCall call, int from, int first) =>
        first == from && call.Folded(from - 1) is "as" or "with" or "under" or "using"
        && ((first + 1 < call.Tokens.Length && !call.Tokens[first + 1].Is(TokenShape.LineStart) && !call.Tokens[first + 1].Is(WordTraits.FunctionWord)) || (ReadHandle.HasUnknown(call, first, first) && ReadHandle.IsWholeRest(call, first)));

    /// <summary>"he's on reddit at night": a time, no sign.</summary>
    public static bool IsWhen(TokenisedCall call, int from) =>
        from >= 2 && from < call.Tokens.Length && call.Folded(from) is "at" && call.Folded(from - 2) is "on" && from + 2 >= call.Tokens.Length | (from + 2 < call.Tokens.Length && call.Tokens[from + 2].Is(TokenShape.LineStart));

    /// <summary>"i have one login k wright".</summary>
    public static bool IsOneOf(TokenisedCall call, int from) => from >= 2 && call.Folded(from - 2) is "one" or "another" or "second" or "other" && call.Tokens[from - 1].Is(TokenShape.Latin);

    /// <summary>"your username is case sensitive".</summary>
    public static bool IsYours(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "your" or "ваш" or "ваша" or "твой" or "the");

    /// <summary>"my twitter", "мой телеграм".</summary>
    public static bool IsOwn(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "my" or "мой" or "моя" or "наш" or "me" or "our" or "her" or "his" or "их" or "его");

    /// <summary>"find me on insta": whatever follows is what to look for.</summary>
    public static bool IsFound(TokenisedCall call, int from) =>
        BeginsWith(call, from, static word => word is "find" or "add" or "dm" or "follow" or "найдите" or "ищите" or "добавьте");

    private static bool BeginsWith(TokenisedCall call, int from, Func<string, bool> matches)
    {
        for (var i = from - 1; i >= 0 && from - i <= 5 && call.Tokens[i].Turn == call.Tokens[from - 1].Turn; i--)
        {
            if (matches(call.Folded(i).ToString()))
            {
                return true;
            }

            if (call.Tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        return false;
    }

    public static int SkipLead(TokenisedCall call, int from, out bool isForm)
    {
        isForm = false;
        var at = from;
        for (; at < call.Tokens.Length && at - from < 6 && call.Tokens[at].Turn == call.Tokens[from - 1].Turn; at++)
        {
            isForm |= call.IsSign(at, ':') || call.IsSign(at, '=');
            var isLead = call.Tokens[at].Kind is TokenKind.Sign
                ? call.Folded(at)[0] is ':' or '=' or '_' or '"' or '\'' or '-' or '@' or ',' or '’'
                : call.Tokens[at].Is(WordTraits.Filler | WordTraits.FunctionWord) || call.Folded(at) is "is" or "as" or "called" or "называется" or "собака" or "at" or "sign" or "in" or "game" or "telegram" or "телеграме" or "телеграм" or "name" or "skype" || (call.Folded(at) is "s" && at > 0 && call.Tokens[at - 1].Kind is TokenKind.Sign);
            if (!isLead || IsSpelled(call, at))
            {
                break;
            }
        }

        return OverWriting(call, at);
    }

    // "a dot s dot whitfield": a letter, and no article.
    private static bool IsSpelled(TokenisedCall call, int letter) =>
        call.Tokens[letter].FoldedLength == 1 && call.Tokens[letter].Is(TokenShape.Latin) && !call.IsSign(letter - 1, '\'') && letter + 1 < call.Tokens.Length && !call.Tokens[letter + 1].Is(TokenShape.LineStart)
        && (call.Tokens[letter + 1].Is(WordTraits.AddressSign) || call.Tokens[letter + 1].FoldedLength == 1) && call.Tokens[letter + 1].Kind is TokenKind.Word;

    // "all lower case t u n d e".
    private static int OverWriting(TokenisedCall call, int at) =>
        at + 3 < call.Tokens.Length && call.Folded(at) is "all" && call.Folded(at + 1) is "lower" or "one" or "small" && call.Folded(at + 2) is "case" or "word" or "letters" ? at + 3 : at;
}
