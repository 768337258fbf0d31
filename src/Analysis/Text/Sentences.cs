namespace Earshot.Analysis.Text;

/// <summary>Finds the sentence around a place, so that a quote can be read.</summary>
internal static class Sentences
{
    private const int LongestQuote = 240;

    /// <summary>The sentence of a turn that holds a token.</summary>
    public static Quote Around(CallText call, int token)
    {
        var at = call.Tokens[token];
        var text = call.TextOf(at.Turn);
        var start = at.Start;
        var earliest = Math.Max(0, at.Start - (2 * LongestQuote));
        while (start > earliest && !IsEnd(text, start - 1))
        {
            start--;
        }

        while (start < at.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return Clip(call, at, text, start, EndFrom(text, at.Start + at.Length, 2 * LongestQuote));
    }

    /// <summary>The sentences of a turn as start and length.</summary>
    public static IEnumerable<(int Start, int Length)> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var end = EndFrom(text, start);
            yield return (start, end - start);
            start = end;
        }
    }

    private static int EndFrom(string text, int from, int most = int.MaxValue)
    {
        var end = from;
        while (end < text.Length && end - from < most && !IsEnd(text, end))
        {
            end++;
        }

        while (end < text.Length && text[end] is '.' or '!' or '?' or '…' or '"' or '”' or '»')
        {
            end++;
        }

        return end;
    }

    private static Quote Clip(CallText call, Token at, string text, int start, int end)
    {
        start = Math.Max(start, at.Start - (LongestQuote / 2));
        end = Math.Min(end, start + LongestQuote);
        if (start > 0 && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return call.QuoteOf(at.Turn, start, end - start);
    }

    private static bool IsEnd(string text, int at) =>
        text[at] is '!' or '?' or '…' || (text[at] == '.' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '.' or '"' or '”'));
}
