using System.Globalization;

namespace Earshot.Analysis.Scorecards;

/// <summary>A comparison of a measure with a number, such as <c>agent_talk_share &lt;= 0.7</c>.</summary>
internal sealed record MetricRule(string Metric, string Comparison, double Number)
{
    private static readonly Dictionary<string, Func<CallAnalysis, double?>> Metrics = new(StringComparer.Ordinal)
    {
        ["turns"] = call => call.Metrics.Turns,
        ["words"] = call => call.Metrics.Words,
        ["duration_seconds"] = call => call.Metrics.Duration?.TotalSeconds,
        ["agent_talk_share"] = call => call.Metrics.AgentTalkShare,
        ["customer_talk_share"] = call => call.Metrics.CustomerTalkShare,
        ["silence_share"] = call => call.Metrics.SilenceShare,
        ["overlap_share"] = call => call.Metrics.OverlapShare,
        ["longest_silence_seconds"] = call => call.Metrics.LongestSilence?.TotalSeconds,
        ["longest_monologue_seconds"] = call => call.Metrics.LongestMonologue?.TotalSeconds,
        ["holds"] = call => call.Metrics.Holds,
        ["agent_interruptions"] = call => call.Metrics.AgentInterruptions,
        ["customer_interruptions"] = call => call.Metrics.CustomerInterruptions,
        ["agent_response_delay_seconds"] = call => call.Metrics.AgentResponseDelay?.TotalSeconds,
        ["agent_speaking_rate"] = call => call.Metrics.AgentSpeakingRate,
        ["customer_speaking_rate"] = call => call.Metrics.CustomerSpeakingRate,
        ["agent_questions"] = call => call.Metrics.AgentQuestions,
        ["customer_questions"] = call => call.Metrics.CustomerQuestions,
        ["sentiment_score"] = call => call.Sentiment.Score,
        ["satisfied"] = call => call.Satisfied ? 1 : 0,
        ["resolved"] = call => call.Resolved ? 1 : 0,
    };

    public static IEnumerable<string> Names => Metrics.Keys;

    public static MetricRule? Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var metric, "<=" or "<" or ">=" or ">" or "=" or "!=", var number] && Metrics.ContainsKey(metric)
            && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new MetricRule(metric, parts[1], value)
            : null;
    }

    /// <summary>All measures of a call in the order of <see cref="Names"/>.</summary>
    public static double?[] Measure(CallAnalysis call) => [.. Metrics.Values.Select(measure => measure(call))];

    /// <summary>Whether it holds; not applicable when the measure could not be taken.</summary>
    public CriterionAnswer Answer(CallAnalysis call) => Answer(Metrics[Metric](call));

    /// <summary>Whether it holds for measures in the order of <see cref="Names"/>.</summary>
    public CriterionAnswer Answer(double?[] measures) => Answer(index < measures.Length ? measures[index] : null);

    private readonly int index = Metrics.Keys.TakeWhile(name => name != Metric).Count();

    private CriterionAnswer Answer(double? measured) => measured is not { } value
        ? CriterionAnswer.NotApplicable
        : Holds(value) ? CriterionAnswer.Yes : CriterionAnswer.No;

    private bool Holds(double value) => Comparison switch
    {
        "<=" => value <= Number,
        "<" => value < Number,
        ">=" => value >= Number,
        ">" => value > Number,
        "!=" => Math.Abs(value - Number) > 1e-9,
        _ => Math.Abs(value - Number) <= 1e-9,
    };
}
