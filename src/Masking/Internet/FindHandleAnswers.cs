using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Handles in the lines after the one that asks for them.</summary>
internal static class FindHandleAnswers
{
    private const string Rule = "username";
    private const int LongestPlain = 5;
    private const int MaximumLines = 6;
    private const int LongestLine = 60;
    private const int FarthestRepetition = 40;

    /// <summary>"логин?" / "ромашка": the name is the whole of a short next line.</summary>
    public static void At(TokenisedCall call, int from, CandidateList found)
    {
        var first = from;
        while (first < call.Tokens.Length && first - from <= 6 && !call.Tokens[first].Is(TokenShape.LineStart))
        {
            first++;
        }

        var isAsked = first - from <= 2 || (first < call.Tokens.Length && BeginsWithQuestion(call, from - 1));
        if (first - from > 6 || first >= call.Tokens.Length)
        {
            return;
        }

        var last = first;
        var (words, marks) = (0, 0);
        for (; last < call.Tokens.Length && last - first < LongestLine && (last == first || !call.Tokens[last].Is(TokenShape.LineStart)); last++)
        {
            marks += ReadNumber.IsNumber(call.Tokens[last]) || call.Tokens[last].Is(WordTraits.AddressSign) || (call.Tokens[last].FoldedLength == 1 && call.Tokens[last].Kind is TokenKind.Word && !call.IsSign(last - 1, '\'')) ? 1 : 0;
            words += call.Tokens[last].Kind is TokenKind.Word ? 1 : 0;
        }

        (first, last) = TrimSmallTalk(call, first, last - 1);
        // "account name ruth abernathy" / "sort code": the next line asks for something else.
        if (first <= last && call.Topics.From(first) is [var mention, ..] && mention.First == first && mention.Last >= last)
        {
            return;
        }

        if (first > last || call.Folded(last) is "moment" or "second" or "minute" or "sec" || (marks == 0 && IsTalk(call, LineOf(call, first), first, last)))
        {
            return;
        }

        if (marks == 0 && call.Tokens[first].Is(TokenShape.Cyrillic) && !ReadRussianHandle.IsPlain(call, first, last))
        {
            return;
        }

        first -= first > from && !call.Tokens[first].Is(TokenShape.LineStart) && call.Folded(first - 1) is "the" ? 1 : 0;
        if (!HasFunctionWord(call, first, last) && words <= (marks > 0 ? 12 : isAsked ? 5 : 0) && (marks > 0 || last - first < 3))
        {
            found.Add(first, last, PersonalDataType.Username, call.Folded(first) is "the" ? 0.72f : 0.62f, Rule);
            FindRest(call, first, last, found);
        }
        else if (isAsked && (marks == 0 || call.Tokens[first].Is(WordTraits.At)))
        {
            FindPlain(call, first, last, found);
        }
    }

    private static int LineOf(TokenisedCall call, int first)
    {
        while (first > 0 && !call.Tokens[first].Is(TokenShape.LineStart))
        {
            first--;
        }

        return first;
    }

    // "it's on the sticker", "let me find it", "one moment".
    private static bool IsTalk(TokenisedCall call, int line, int first, int last)
    {
        for (var i = line; i <= last; i++)
        {
            if (i < first ? call.Folded(i) is "on" or "in" or "of" or "for" or "from" or "not" or "let" or "me" or "with" : call.Tokens[i].Is(TokenShape.Latin) && ReadPlainHandle.IsTalk(call.Folded(i)))
            {
                return true;
            }
        }

        return false;
    }

    // "what do you log in as" / "the tall one": small words may stand in the answer, but no talk about logins.
    private static void FindPlain(TokenisedCall call, int first, int last, CandidateList found)
    {
        var end = ReadPlainHandle.End(call, call.Tokens[first].Is(WordTraits.At) && first < last ? first + 1 : first);
        if (end > first && end <= last)
        {
            found.Add(first, end, PersonalDataType.Username, 0.6f, Rule);
            Repeated(call, first, end, found);
        }
    }

    /// <summary>"let me check p n carter": the same words again, in the lines right after.</summary>
    public static void Repeated(TokenisedCall call, int first, int last, CandidateList found)
    {
        if (last == first && call.Tokens[first].Traits is not WordTraits.None)
        {
            return;
        }

        for (var i = last + 1; i + last - first < call.Tokens.Length && i - last <= FarthestRepetition; i++)
        {
            if (call.Folded(i).SequenceEqual(call.Folded(first)) && IsSame(call, first, last, i))
            {
                found.Add(i, i + last - first, PersonalDataType.Username, 0.6f, Rule);
                i += last - first;
            }
        }
    }

    private static bool IsSame(TokenisedCall call, int first, int last, int other)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (!call.Folded(i).SequenceEqual(call.Folded(other + i - first)))
            {
                return false;
            }
        }

        return true;
    }

    // "and your username on the app", "what name did you sign up with".
    private static bool BeginsWithQuestion(TokenisedCall call, int mention)
    {
        var line = mention;
        while (line > 0 && mention - line < 12 && !call.Tokens[line].Is(TokenShape.LineStart))
        {
            line--;
        }

        var word = line < mention && call.Folded(line) is "and" or "so" or "ok" or "okay" or "sure" or "right" ? line + 1 : line;
        return call.Folded(word) is "what" or "which" or "your" or "whats";
    }

    /// <summary>"bright" / "bright" / "bright harbor" / "yes and then twenty two": the lines after the answer that say it again or go on with it.</summary>
    public static void FindRest(TokenisedCall call, int first, int last, CandidateList found)
    {
        var line = NextLine(call, last);
        for (var lines = 0; lines < MaximumLines && line < call.Tokens.Length; lines++)
        {
            var next = NextLine(call, line);
            if (next - line > LongestLine)
            {
                return;
            }

            if (call.Topics.From(line) is [var mention, ..] && mention.First < next && !MaskingRules.IsGeneral(mention.Topic))
            {
                return;
            }

            var (from, to) = TrimSmallTalk(call, line, next - 1);
            if (from <= to && to - from < LongestPlain && (SharesWord(call, from, to, first, last) || IsSpelled(call, from, to)))
            {
                found.Add(from, to, PersonalDataType.Username, 0.6f, Rule);
            }

            line = next;
        }
    }

    private static int NextLine(TokenisedCall call, int token)
    {
        var next = token + 1;
        while (next < call.Tokens.Length && next - token <= LongestLine && !call.Tokens[next].Is(TokenShape.LineStart))
        {
            next++;
        }

        return next < call.Tokens.Length && !call.Tokens[next].Is(TokenShape.LineStart) ? call.Tokens.Length : next;
    }

    private static bool SharesWord(TokenisedCall call, int from, int to, int first, int last)
    {
        for (var i = from; i <= to; i++)
        {
            for (var j = first; j <= last; j++)
            {
                if (call.Tokens[i].Kind is TokenKind.Word && call.Tokens[i].FoldedLength > 2 && !ReadNumber.IsNumber(call.Tokens[i]) && call.Folded(i).SequenceEqual(call.Folded(j)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsSpelled(TokenisedCall call, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (!ReadNumber.IsNumber(call.Tokens[i]) && !call.Tokens[i].Is(WordTraits.LetterName | WordTraits.Underscore | WordTraits.Dash | WordTraits.Dot) && call.Tokens[i].FoldedLength > 1)
            {
                return false;
            }
        }

        return to > from || call.Tokens[from].Kind is TokenKind.Number;
    }

    private static bool HasFunctionWord(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Is(WordTraits.FunctionWord | WordTraits.Correction) && call.Tokens[i].FoldedLength > 1 && !(i == first && call.Folded(i) is "the") && !call.Tokens[i].Is(WordTraits.Number | WordTraits.AddressSign))
            {
                return true;
            }
        }

        return false;
    }

    private static (int First, int Last) TrimSmallTalk(TokenisedCall call, int first, int last)
    {
        while (first <= last && (call.Tokens[first].Kind is TokenKind.Sign || call.Tokens[first].Is(WordTraits.Filler | WordTraits.FunctionWord | WordTraits.Correction))
            && !call.Tokens[first].Is(WordTraits.Number) && !IsFirstLetter(call, first, last))
        {
            first++;
        }

        while (last >= first && (call.Tokens[last].Kind is TokenKind.Sign || call.Tokens[last].Is(WordTraits.Filler)))
        {
            last--;
        }

        return (first, last);
    }

    // "а эн кузьмин", "a b carter".
    private static bool IsFirstLetter(TokenisedCall call, int first, int last) =>
        call.Tokens[first].FoldedLength == 1 && call.Tokens[first].Kind is TokenKind.Word && !call.IsSign(first - 1, '\'') && first < last && (call.Tokens[first + 1].FoldedLength == 1 || call.Tokens[first + 1].Is(WordTraits.LetterName | WordTraits.AddressSign));
}
