using System.Text.Json;
using Earshot.Bench.SpokenPii.Generator;

namespace Earshot.Bench.SpokenPii.Scorer;

/// <summary>
/// Reads JSON Lines of predictions: <c>{"id","spans"}</c> for the whole text, or <c>{"id","turns":[{"spans"}]}</c> turn by
/// turn. A missing id predicts nothing.
/// </summary>
internal static class ReadPredictions
{
    public static IReadOnlyList<ScoredCase> Join(string corpus, string predictions)
    {
        var rows = File.ReadLines(corpus).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var answers = File.ReadLines(predictions).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement)
            .ToLookup(a => a.GetProperty("id").GetString());
        return [.. rows.Select(row => Case(row, answers[row.GetProperty("id").GetString()].Take(1)))];
    }

    private static ScoredCase Case(JsonElement row, IEnumerable<JsonElement> answer) =>
        new(row.GetProperty("text").GetString() ?? string.Empty, Spans(row, 0), [.. answer.SelectMany(a => Predicted(row, a))]);

    private static List<CorpusSpan> Predicted(JsonElement row, JsonElement answer)
    {
        if (!answer.TryGetProperty("turns", out var turns))
        {
            return Spans(answer, 0);
        }

        var offset = 0;
        var spans = new List<CorpusSpan>();
        foreach (var (asked, answered) in row.GetProperty("turns").EnumerateArray().Zip(turns.EnumerateArray()))
        {
            spans.AddRange(Spans(answered, offset));
            offset += (asked.GetProperty("text").GetString() ?? string.Empty).EnumerateRunes().Count() + 1;
        }

        return spans;
    }

    private static List<CorpusSpan> Spans(JsonElement of, int offset) => of.TryGetProperty("spans", out var spans)
        ? [.. spans.EnumerateArray().Select(s => new CorpusSpan(
            s.GetProperty("start").GetInt32() + offset, s.GetProperty("end").GetInt32() + offset, s.GetProperty("type").GetString() ?? string.Empty))]
        : [];
}
