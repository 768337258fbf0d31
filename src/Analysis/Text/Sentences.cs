using System.Buffers;

namespace Earshot.Analysis.Text;

/// <summary>Finds the sentence around a place, so that a quote can be read.</summary>
internal static class Sentences
{
    private const int LongestQuote = 240;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…");

    /// <summary>The sentence of a turn that holds a token.</summary>
    public static Quote Around(CallText call, int token)
    {
        var at = call.Tokens[token];
        var text = call.TextOf(at.Turn);
        var start = StartBefore(text, at.Start, Math.Max(0, at.Start - (2 * LongestQuote)));
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

    private static int StartBefore(string text, int from, int earliest)
    {
        for (var start = from; start > earliest; start--)
        {
            start = earliest + text.AsSpan(earliest, start - earliest).LastIndexOfAny(Marks) + 1;
            if (start == earliest || IsEnd(text, start - 1))
            {
                return start;
            }
        }

        return earliest;
    }

    private static int MarkFrom(string text, int from, int limit)
    {
        for (var end = from; end < limit; end++)
        {
            var next = text.AsSpan(end, limit - end).IndexOfAny(Marks);
            end = next < 0 ? limit : end + next;
            if (end == limit || IsEnd(text, end))
            {
                return end;
            }
        }

        return limit;
    }

    private static int EndFrom(string text, int from, int most = int.MaxValue)
    {
        var end = MarkFrom(text, from, most < text.Length - from ? from + most : text.Length);
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
