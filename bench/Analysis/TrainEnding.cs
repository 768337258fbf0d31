using System.Globalization;
using Earshot.Analysis;
using Earshot.Analysis.Sentiment;
using Earshot.Masking;

namespace Earshot.Bench.Analysis;

/// <summary><c>bench ending</c>: trains the weights of <c>src/Analysis/BuiltIn/ending.model</c> on all labelled calls, and says how well they judge sets that they were not trained on.</summary>
internal sealed class TrainEnding(TextWriter output)
{
    private const double Ridge = 15;

    private sealed record Row(string Set, string Group, double[] Signs, LabelledCall Call, CallAnalysis Now, double Weight);

    private sealed record Judged(bool Satisfied, bool FoundSatisfied, string Mood, string FoundMood, bool? Resolved, bool FoundResolved);

    public static int Run(string[] args)
    {
        var model = new TrainEnding(Console.Out).Report(Read());
        if (args is ["--write", var path])
        {
            File.WriteAllLines(path, model.Write());
        }

        return 0;
    }

    private static List<Row> Read()
    {
        var (analyst, masker) = (new Analyst(), new Masker());
        return [.. ScoreAnalysis.AllCalls().GroupBy(pair => pair.Set == "helpdesk" ? pair.Call.Conversation.Turns.Count + pair.Call.Conversation.Turns[4].Text : pair.Set)
            .SelectMany(group => group.Select(pair => (pair.Set, Group: group.Key, pair.Call, Count: group.Count(), Masked: masker.Mask(pair.Call.Conversation).Value)))
            .Select(pair => new Row(pair.Set, pair.Group, analyst.Signs(pair.Masked), pair.Call, analyst.Analyze(pair.Masked), Weight(pair.Set, pair.Count)))];
    }

    // Long calls of a help desk are few among the short ones of other trades; copies of one conversation weigh as one.
    private static double Weight(string set, int copies) => set == "helpdesk" ? 3.0 / copies : set.StartsWith("desk", StringComparison.Ordinal) ? 1.5 : 1;

    private EndingModel Report(List<Row> rows)
    {
        var now = rows.Select(row => new Judged(row.Call.Satisfied, row.Now.Satisfied, row.Call.Sentiment, ScoreAnalysis.MoodOf(row.Now), row.Call.Resolved, row.Now.Resolved)).ToArray();
        var unseen = new Judged[rows.Count];
        foreach (var group in rows.Select(row => row.Group).Distinct())
        {
            var model = Fit([.. rows.Where(row => row.Group != group)]);
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i].Group == group)
                {
                    unseen[i] = new Judged(rows[i].Call.Satisfied, IsSatisfied(model, rows[i].Signs), rows[i].Call.Sentiment, Mood(model, rows[i].Signs), rows[i].Call.Resolved, model.Score(1, rows[i].Signs) > 0);
                }
            }
        }

        foreach (var set in rows.Select(row => row.Set).Distinct())
        {
            var at = Enumerable.Range(0, rows.Count).Where(i => rows[i].Set == set).ToArray();
            output.WriteLine($"{set,-10} {at.Length,4}   as shipped {Figures([.. at.Select(i => now[i])])}   unseen {Figures([.. at.Select(i => unseen[i])])}");
        }

        output.WriteLine($"{"all",-10} {rows.Count,4}   as shipped {Figures(now)}   unseen {Figures(unseen)}");
        return Fit(rows);
    }

    private static string Figures(Judged[] calls) => string.Create(
        CultureInfo.InvariantCulture,
        $"satisfied {ScoreAnalysis.Balanced(calls.Select(call => (call.Satisfied, call.FoundSatisfied))):0.000} resolved {ScoreAnalysis.Balanced(calls.Where(call => call.Resolved is not null).Select(call => (call.Resolved == true, call.FoundResolved))):0.000} sentiment {ScoreAnalysis.MacroF1([.. calls.Select(call => (call.Mood, call.FoundMood))]):0.000}");

    private static bool IsSatisfied(EndingModel model, double[] signs) => model.Score(0, signs) > 0;

    private static string Mood(EndingModel model, double[] signs) => ScoreAnalysis.Moods[Enumerable.Range(0, 3).MaxBy(mood => model.Score(2 + mood, signs))];

    private EndingModel Fit(List<Row> rows)
    {
        double[] means = [.. rows[0].Signs.Select((_, i) => rows.Average(row => row.Signs[i]))];
        double[] scales = [.. rows[0].Signs.Select((_, i) => Math.Max(0.1, Math.Sqrt(rows.Average(row => Math.Pow(row.Signs[i] - means[i], 2)))))];
        double[] Weights(IReadOnlyList<Row> of, Func<Row, bool> label) => FitLogistic.Run(
            [.. of.Select(row => row.Signs.Select((value, i) => (value - means[i]) / scales[i]).ToArray())], [.. of.Select(label)], [.. of.Select(row => row.Weight)], Ridge);
        return new EndingModel(
            means, scales,
            [
                Weights(rows, row => row.Call.Satisfied),
                Weights([.. rows.Where(row => row.Call.Resolved is not null)], row => row.Call.Resolved == true),
                .. ScoreAnalysis.Moods.Select(mood => Weights(rows, row => row.Call.Sentiment == mood)),
            ]);
    }
}
