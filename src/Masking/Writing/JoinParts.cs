using System.Text;

namespace Earshot.Masking.Writing;

/// <summary>Puts the masked parts of long turns together again.</summary>
internal sealed class JoinParts(IReadOnlyList<Turn> sources)
{
    private readonly (StringBuilder Text, List<MaskedSpan> Spans)?[] turns = new (StringBuilder, List<MaskedSpan>)?[sources.Count];

    public void Add(IReadOnlyList<CutCalls.Part> parts, MaskedTurn[] masked)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var (text, spans) = turns[part.Turn] ??= (new StringBuilder(), []);
            text.Append(masked[i].Text.Value);
            foreach (var span in masked[i].Text.Spans)
            {
                spans.Add(span with { Start = span.Start + part.Offset });
            }
        }
    }

    public MaskedTurn[] Turns()
    {
        var result = new MaskedTurn[turns.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var (text, spans) = turns[i] ?? (new StringBuilder(), []);
            result[i] = new MaskedTurn(sources[i].Speaker, new MaskedText(text.ToString(), spans), sources[i].Start, sources[i].End);
        }

        return result;
    }
}
