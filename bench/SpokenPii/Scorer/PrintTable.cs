using System.Globalization;

namespace Earshot.Bench.SpokenPii.Scorer;

/// <summary>The leader table: every tool's predictions under one folder against the test split, language by language.</summary>
internal static class PrintTable
{
    private const string Head = "| corpus | tool | leak | leak, no OTHER | PERSON recall | structured recall | negative false alarm | overmask | MB/s |";

    /// <summary>Looks for <c>TOOL/LANG.KIND.jsonl</c> under <paramref name="predictions"/>, and <c>TOOL/speed.txt</c> with MB/s.</summary>
    public static int Run(string folder, string predictions, TextWriter to)
    {
        to.WriteLine(Head);
        to.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var lang in Generator.GenerateCorpus.Languages)
        {
            foreach (var kind in Generator.GenerateCorpus.Kinds)
            {
                var corpus = Path.Combine(folder, "test", $"{lang}.{kind}.jsonl");
                foreach (var tool in Directory.GetDirectories(predictions).Order(StringComparer.Ordinal))
                {
                    var answers = Path.Combine(tool, $"{lang}.{kind}.jsonl");
                    to.WriteLine(Row($"{lang} {kind}", tool, ReadPredictions.Join(corpus, answers)));
                }
            }
        }

        return 0;
    }

    private static string Row(string corpus, string tool, IReadOnlyList<ScoredCase> cases)
    {
        var score = ScoreMasking.Of(cases, "ORG", "LOCATION");
        var core = ScoreMasking.Of(cases, "ORG", "LOCATION", "OTHER");
        var speed = Path.Combine(tool, "speed.txt");
        var figures = new[] { score.Leak, core.Leak, score.PersonRecall, score.StructuredRecall, score.FalseAlarm, score.Overmask }
            .Select(f => f.ToString("0.0000", CultureInfo.InvariantCulture));
        return $"| {corpus} | {Path.GetFileName(tool)} | {string.Join(" | ", figures)} | {(File.Exists(speed) ? File.ReadAllText(speed).Trim() : "-")} |";
    }
}
