using Earshot.Analysis;
using Earshot.Bench.Analysis;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

/// <summary>How well calls are judged may not fall in silence. The floors stand a little under the figures of docs/analysis.md.</summary>
public sealed class QualityFloorTests
{
    private static readonly string[] Steps = ["greeting", "introduction", "need_clarified", "solution_offered", "next_step", "thanks"];
    private static readonly Lazy<Analyst> Analyst = new(() => new Analyst());
    private static readonly Lazy<Masker> Masker = new(() => new Masker());

    [Theory]
    [InlineData("ru", "heldout", 0.87, 0.93)]
    [InlineData("ru", "varied", 0.90, 0.93)]
    [InlineData("en", "heldout", 0.93, 0.93)]
    [InlineData("en", "varied", 0.88, 0.93)]
    [InlineData("ru", "wild", 0.90, 0.94)]
    [InlineData("en", "wild", 0.83, 0.94)]
    [InlineData("ru", "later", 0.90, 0.92)]
    [InlineData("en", "later", 0.90, 0.92)]
    [InlineData("ru", "last", 0.90, 0.93)]
    [InlineData("en", "last", 0.92, 0.95)]
    [InlineData("ru", "veiled", 0.87, 0.91)]
    [InlineData("en", "veiled", 0.92, 0.94)]
    [InlineData("ru", "quiet", 0.94, 0.93)]
    [InlineData("en", "quiet", 0.94, 0.94)]
    [InlineData("ru", "plain", 0.93, 0.95)]
    [InlineData("en", "plain", 0.92, 0.95)]
    [InlineData("ru", "once", 0.85, 0.88)]
    [InlineData("en", "once", 0.86, 0.95)]
    [InlineData("ru", "life", 0.85, 0.91)]
    [InlineData("en", "life", 0.85, 0.95)]
    [InlineData("ru", "mixed", 0.76, 0.95)]
    [InlineData("en", "mixed", 0.93, 0.94)]
    [InlineData("ru", "other", 0.88, 0.88)]
    [InlineData("en", "other", 0.90, 0.95)]
    [InlineData("ru", "blind", 0.93, 0.90)]
    [InlineData("en", "blind", 0.83, 0.83)]
    [InlineData("en", "desk7", 0.90, 0.95)]
    [InlineData("en", "desk10", 0.92, 0.94)]
    public void Script_and_flags_stay_as_good_as_published(string language, string half, double script, double flags)
    {
        var calls = LabelledCall.Read(Path.Combine(AppContext.BaseDirectory, "Analysis", "data", $"{language}-{half}.calls"), language)
            .Select(call => (Call: call, Found: Analyst.Value.Analyze(Masker.Value.Mask(call.Conversation).Value))).ToArray();

        Assert.InRange(Steps.Average(step => Balanced([.. calls.Select(pair => (Has(pair.Call.Script, step), pair.Found.Script.Any(done => done.Name == step && done.Done)))])), script, 1);
        Assert.InRange(MicroF1(calls), flags, 1);
    }

    [Theory]
    [InlineData("ru", 0.94, 0.92)]
    [InlineData("en", 0.94, 0.92)]
    public void Satisfaction_and_mood_stay_as_good_as_published(string language, double satisfied, double mood)
    {
        var calls = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Analysis", "data"), $"{language}-*.calls").SelectMany(path => LabelledCall.Read(path, language))
            .Select(call => (Call: call, Found: Analyst.Value.Analyze(Masker.Value.Mask(call.Conversation).Value))).ToArray();

        Assert.InRange(Balanced([.. calls.Select(pair => (pair.Call.Satisfied, pair.Found.Satisfied))]), satisfied, 1);
        Assert.InRange(calls.Average(pair => $"{pair.Found.Sentiment.Overall}".Equals(pair.Call.Sentiment, StringComparison.OrdinalIgnoreCase) ? 1.0 : 0), mood, 1);
    }

    private static bool Has(IReadOnlySet<string>? labels, string name) => labels?.Contains(name) == true;

    private static double Balanced((bool Labelled, bool Found)[] pairs)
    {
        double Rate(bool labelled) => pairs.Count(pair => pair.Labelled == labelled) is var all and > 0
            ? (double)pairs.Count(pair => pair.Labelled == labelled && pair.Found == labelled) / all
            : 1;
        return (Rate(true) + Rate(false)) / 2;
    }

    private static double MicroF1((LabelledCall Call, CallAnalysis Found)[] calls)
    {
        var right = calls.Sum(pair => pair.Found.Flags.Count(flag => Has(pair.Call.Flags, flag.Name)));
        return 2.0 * right / calls.Sum(pair => pair.Found.Flags.Count + (pair.Call.Flags?.Count ?? 0));
    }
}
