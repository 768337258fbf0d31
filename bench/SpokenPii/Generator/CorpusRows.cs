namespace Earshot.Bench.SpokenPii.Generator;

internal sealed record CorpusSpan(int Start, int End, string Type);

internal sealed record CorpusTurn(string Speaker, string Text, IReadOnlyList<CorpusSpan> Spans);

/// <summary>One case. <c>Text</c> is the turns joined by a line feed; spans count Unicode code points, end exclusive.</summary>
internal sealed record CorpusRow(
    string Id,
    string Lang,
    string Text,
    IReadOnlyList<CorpusSpan> Spans,
    string Kind,
    string Domain,
    string Template,
    bool Spoken,
    IReadOnlyList<CorpusTurn> Turns)
{
    public static CorpusRow Join(string id, string lang, string kind, string domain, string template, IReadOnlyList<CorpusTurn> turns)
    {
        var spans = new List<CorpusSpan>();
        var offset = 0;
        foreach (var turn in turns)
        {
            spans.AddRange(turn.Spans.Select(s => s with { Start = s.Start + offset, End = s.End + offset }));
            offset += turn.Text.EnumerateRunes().Count() + 1;
        }

        return new(id, lang, string.Join('\n', turns.Select(t => t.Text)), spans, kind, domain, template, Spoken: true, turns);
    }
}
