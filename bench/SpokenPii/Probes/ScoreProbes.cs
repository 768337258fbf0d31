using System.Globalization;
using Earshot.Bench.SpokenPii.Generator;
using Earshot.Bench.SpokenPii.Scorer;
using Earshot.Masking;

namespace Earshot.Bench.SpokenPii.Probes;

/// <summary><c>spoken-pii probes [PREFIX] [--turns] [--show]</c>: masks the probes as one text each, or turn by turn, and scores file by file.</summary>
internal static class ScoreProbes
{
    public static int Run(string folder, string[] args, TextWriter to)
    {
        var prefix = args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? string.Empty;
        var masker = new Masker();
        foreach (var file in ReadProbes.From(folder).Where(probe => probe.Place.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(probe => probe.Place.Split(':')[0]))
        {
            var cases = file.Select(probe => (Probe: probe, Case: Mask(masker, probe, args.Contains("--turns")))).ToList();
            to.WriteLine(file.Key + ": " + Figures(ScoreMasking.Of(cases.Select(one => one.Case), "OTHER")));
            foreach (var (probe, scored) in args.Contains("--show") ? cases : [])
            {
                Show(probe, scored, to);
            }
        }

        return 0;
    }

    private static ScoredCase Mask(Masker masker, Probe probe, bool asTurns)
    {
        var turns = asTurns ? probe.Turns : [new Turn(string.Empty, probe.Text)];
        var (start, found) = (0, new List<CorpusSpan>());
        foreach (var (turn, masked) in turns.Zip(masker.Mask(new Conversation(probe.Language, turns)).Value.Turns))
        {
            found.AddRange(masked.Text.Spans.Select(span => new CorpusSpan(start + span.Start, start + span.Start + span.Length, span.Type.ToString())));
            start += turn.Text.Length + 1;
        }

        return new ScoredCase(probe.Text, probe.Truth, found);
    }

    private static string Figures(MaskingScore score) => string.Create(CultureInfo.InvariantCulture,
        $"leak {score.Leak:F4}, false alarms {score.NegativeHits}/{score.NegativeCases}, overmask {score.Overmask:F4}; missed {string.Join(", ", score.Types.OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => $"{type.Key} {type.Value.Spans - type.Value.Covered}/{type.Value.Spans}"))}");

    // Probes are invented, so what was missed may be shown.
    private static void Show(Probe probe, ScoredCase scored, TextWriter to)
    {
        var missed = scored.Truth.Where(truth => truth.Type != "OTHER" && Enumerable.Range(truth.Start, truth.End - truth.Start)
            .Any(at => !char.IsWhiteSpace(scored.Text[at]) && !scored.Predicted.Any(span => span.Start <= at && at < span.End))).ToList();
        var wrong = scored.Predicted.Where(span => !scored.Truth.Any(truth => truth.Start < span.End && span.Start < truth.End)).ToList();
        if (missed.Count + wrong.Count > 0)
        {
            to.WriteLine($"{probe.Place} {string.Join(' ', missed.Select(span => $"MISSED[{span.Type} {Cut(scored, span)}]").Concat(wrong.Select(span => $"WRONG[{span.Type} {Cut(scored, span)}]")))} in: {scored.Text.Replace('\n', '|')}");
        }
    }

    private static string Cut(ScoredCase scored, CorpusSpan span) => scored.Text[span.Start..span.End];
}
