using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Internet;

/// <summary>Reads one handle: pieces tied by marks and digits, or a few plain words.</summary>
internal static class ReadHandle
{
    private const int Longest = 12;
    private const int LongestPlain = 5;

    /// <summary>Glued pieces, pieces tied by dictated marks and digits, and a few words where digits or marks follow: "t r baker zero four".</summary>
    public static int End(TokenisedCall call, int first, out int marks)
    {
        var last = first;
        marks = call.Tokens[first].Kind is TokenKind.Number || call.Tokens[first].Is(WordTraits.Number) ? 1 : 0;
        var (isTied, loose, end) = (false, 0, first);
        for (var i = first + 1; i < call.Tokens.Length && i - first <= Longest && call.Tokens[i].Turn == call.Tokens[first].Turn && !call.Tokens[i].Is(TokenShape.LineStart); i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (token.Is(WordTraits.Underscore | WordTraits.Dash | WordTraits.Dot) || (call.IsGlued(i) && call.Folded(i)[0] is '_' or '.' or '-' && i + 1 < call.Tokens.Length && call.IsGlued(i + 1)))
            {
                isTied = true;
                marks++;
                continue;
            }

            if (call.Folded(i) is "нижнее" or "lower")
            {
                continue;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || (ReadNumber.IsNumber(token) && !isTied && !call.IsGlued(i) && QuantityFollows(call, i)))
            {
                break;
            }

            if (IsWordOfSentence(call, i))
            {
                break;
            }

            if (isTied || call.IsGlued(i) || ReadNumber.IsNumber(token) || token.FoldedLength == 1)
            {
                marks += ReadNumber.IsNumber(token) ? 1 : 0;
                last = i;
                isTied = false;
                continue;
            }

            if (++loose > 3 || token.Is(WordTraits.FunctionWord | WordTraits.Correction | WordTraits.Filler) || token.Is(NameTraits.NeverName))
            {
                break;
            }

            end = i;
        }

        // "underscore mara underscore".
        last = isTied && last + 1 < call.Tokens.Length && call.Tokens[last + 1].Is(WordTraits.Underscore) ? last + 1 : last;
        return IsWholeRest(call, end) ? Math.Max(last, end) : last;
    }

    // "@masha я вам скину", "подчеркивание а пароль": letters that are words, where the sentence goes on.
    private static bool IsWordOfSentence(TokenisedCall call, int token) =>
        call.Tokens[token].FoldedLength == 1 && call.Tokens[token].Is(TokenShape.Cyrillic) && call.Tokens[token].Is(WordTraits.FunctionWord) && !call.IsGlued(token)
        && token + 1 < call.Tokens.Length && !call.Tokens[token + 1].Is(TokenShape.LineStart) && call.Tokens[token + 1].Kind is TokenKind.Word
        && (call.Tokens[token + 1].FoldedLength > 2 || call.Tokens[token + 1].Is(WordTraits.FunctionWord)) && !call.Tokens[token + 1].Is(WordTraits.AddressSign | WordTraits.Number | WordTraits.LetterName);

    /// <summary>"two times": the number counts something.</summary>
    public static bool QuantityFollows(TokenisedCall call, int number)
    {
        var i = number;
        while (i < call.Tokens.Length && ReadNumber.IsNumber(call.Tokens[i]))
        {
            i++;
        }

        return i < call.Tokens.Length && call.Tokens[i].Is(WordTraits.Unit);
    }

    /// <summary>"my instagram is clay and kiln studio": a few words up to the end of the line, none of which goes on with the sentence.</summary>
    public static int PlainRest(TokenisedCall call, int first)
    {
        var last = first;
        for (; last < call.Tokens.Length && (last == first || !call.Tokens[last].Is(TokenShape.LineStart)); last++)
        {
            ref readonly var token = ref call.Tokens[last];
            if (token.Kind is not TokenKind.Word || last - first >= LongestPlain
                || (token.Is(WordTraits.FunctionWord | WordTraits.Correction | WordTraits.Filler) && !token.Is(WordTraits.Joiner))
                || (token.Is(NameTraits.NeverName) && !token.Is(WordTraits.Joiner)))
            {
                return -1;
            }
        }

        return call.Tokens[last - 1].Is(WordTraits.Joiner) || call.Tokens[first].Is(WordTraits.Joiner) ? -1 : last - 1;
    }

    public static bool HasUnknown(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (ReadNumber.IsNumber(token) || (token.Kind is TokenKind.Word && token.FoldedLength > 3 && !IsKnown(call, i)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsKnown(TokenisedCall call, int token) =>
        call.Tokens[token].Is(TokenShape.Cyrillic) ? WordGraph.Russian.Contains(call.Folded(token)) : WordGraph.English.Contains(call.Folded(token));

    public static bool IsWholeRest(TokenisedCall call, int last) =>
        (last + 1 >= call.Tokens.Length || call.Tokens[last + 1].Is(TokenShape.LineStart)) && !call.Tokens[last].Is(WordTraits.FunctionWord) && !call.Tokens[last].Is(NameTraits.NeverName);
}
