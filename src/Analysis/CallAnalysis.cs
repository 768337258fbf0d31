namespace Earshot.Analysis;

/// <summary>Words of the masked conversation that show why a judgement was made.</summary>
/// <param name="Turn">Index of the turn, from 0.</param>
/// <param name="Start">First UTF-16 index in the masked text of the turn.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Text">The masked words.</param>
/// <param name="At">Offset of the turn from the start of the call; null when the transcript has no times.</param>
public sealed record Quote(int Turn, int Start, int Length, string Text, TimeSpan? At);

/// <summary>Mood of a call, a speaker or a turn.</summary>
public enum SentimentClass
{
    /// <summary>Displeased.</summary>
    Negative = -1,

    /// <summary>Neither.</summary>
    Neutral = 0,

    /// <summary>Pleased.</summary>
    Positive = 1,
}

/// <summary>Sentiment of the call, judged from how it ends, with the curve that led there.</summary>
/// <param name="Overall">The class.</param>
/// <param name="Score">-1 to 1.</param>
/// <param name="Turns">Score of each turn, -1 to 1; same order as the conversation.</param>
public sealed record CallSentiment(SentimentClass Overall, double Score, IReadOnlyList<double> Turns);

/// <summary>A sign that spoke for a judgement.</summary>
/// <param name="Name">Name of the sign.</param>
/// <param name="Weight">What it added to the judgement; below zero it spoke against.</param>
/// <param name="Quote">The last words that show it; null where the shape of the talk does.</param>
public sealed record JudgedSign(string Name, double Weight, Quote? Quote);

/// <summary>A topic that the call is about.</summary>
/// <param name="Name">Name of the topic.</param>
/// <param name="Score">0 to 1; topics are sorted by it, largest first.</param>
/// <param name="Quotes">The words that show it.</param>
public sealed record TopicHit(string Name, double Score, IReadOnlyList<Quote> Quotes);

/// <summary>A compliance or attention flag, for example <c>payment_data_by_voice</c>.</summary>
/// <param name="Name">Name of the flag.</param>
/// <param name="Quote">The words that show it; null when the flag is about something that was not said.</param>
public sealed record FlagHit(string Name, Quote? Quote);

/// <summary>A step of the conversation script, for example <c>greeting</c>.</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="Done">Whether it was done.</param>
/// <param name="Quote">The words that show it; null when it was not done.</param>
public sealed record ScriptStep(string Name, bool Done, Quote? Quote);

/// <summary>How a criterion of a scorecard was answered.</summary>
public enum CriterionAnswer
{
    /// <summary>Not met.</summary>
    No,

    /// <summary>Met.</summary>
    Yes,

    /// <summary>Does not apply to this call.</summary>
    NotApplicable,

    /// <summary>Waits for a person.</summary>
    Open,
}

/// <summary>One criterion of a scorecard, judged.</summary>
/// <param name="Id">Id of the criterion within the scorecard.</param>
/// <param name="Title">What a person reads.</param>
/// <param name="Section">Section of the scorecard.</param>
/// <param name="Weight">Weight of the criterion.</param>
/// <param name="Critical">True when failing it fails the whole call.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Method"><c>rule</c>, <c>metric</c>, <c>model</c> or <c>person</c>.</param>
/// <param name="Quotes">The words that show it.</param>
public sealed record CriterionResult(
    string Id, string Title, string Section, double Weight, bool Critical, CriterionAnswer Answer, string Method, IReadOnlyList<Quote> Quotes);

/// <summary>A scorecard applied to a call.</summary>
/// <param name="Name">Name of the scorecard.</param>
/// <param name="Version">Version of the scorecard.</param>
/// <param name="Score">0 to 100; null when nothing applied.</param>
/// <param name="Failed">True when a critical criterion failed.</param>
/// <param name="Criteria">Each criterion with its answer.</param>
public sealed record ScorecardResult(string Name, int Version, double? Score, bool Failed, IReadOnlyList<CriterionResult> Criteria)
{
    /// <summary>Whether the score reaches the threshold of the scorecard; null when nothing applied.</summary>
    public bool? Passed { get; init; }
}

/// <summary>Measures of the conversation. Null means "not measurable", never zero.</summary>
public sealed record CallMetrics
{
    /// <summary>Number of turns.</summary>
    public required int Turns { get; init; }

    /// <summary>Number of words.</summary>
    public required int Words { get; init; }

    /// <summary>Duration from the first to the last word.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Share of the agent in all speech: of time when times are known, else of words.</summary>
    public double? AgentTalkShare { get; init; }

    /// <summary>Share of the customer in all speech.</summary>
    public double? CustomerTalkShare { get; init; }

    /// <summary>Share of the call in which both speak.</summary>
    public double? OverlapShare { get; init; }

    /// <summary>Silences of 20 seconds and more: the customer was most likely on hold.</summary>
    public int? Holds { get; init; }

    /// <summary>Share of the call in which nobody speaks.</summary>
    public double? SilenceShare { get; init; }

    /// <summary>Longest silence.</summary>
    public TimeSpan? LongestSilence { get; init; }

    /// <summary>Longest uninterrupted speech of the agent.</summary>
    public TimeSpan? LongestMonologue { get; init; }

    /// <summary>Longest uninterrupted speech of the customer.</summary>
    public TimeSpan? LongestCustomerMonologue { get; init; }

    /// <summary>Times at which the agent started while the customer was speaking.</summary>
    public int? AgentInterruptions { get; init; }

    /// <summary>Times at which the customer started while the agent was speaking.</summary>
    public int? CustomerInterruptions { get; init; }

    /// <summary>Median time from the end of a customer's turn to the agent's answer.</summary>
    public TimeSpan? AgentResponseDelay { get; init; }

    /// <summary>Median time from the end of an agent's turn to the customer's answer.</summary>
    public TimeSpan? CustomerResponseDelay { get; init; }

    /// <summary>Words a minute of the agent.</summary>
    public double? AgentSpeakingRate { get; init; }

    /// <summary>Words a minute of the customer.</summary>
    public double? CustomerSpeakingRate { get; init; }

    /// <summary>Questions that the agent asked.</summary>
    public int AgentQuestions { get; init; }

    /// <summary>Questions that the customer asked.</summary>
    public int CustomerQuestions { get; init; }

    /// <summary>Turns before the customer first says what it is about: the opening.</summary>
    public int OpeningTurns { get; init; }

    /// <summary>Turn at which the agent begins to close the call; null when it is not closed.</summary>
    public int? ClosingTurn { get; init; }
}

/// <summary>What is known of a call after analysis. Made of masked text only.</summary>
public sealed record CallAnalysis
{
    /// <summary>Version of the built-in rules that made it.</summary>
    public required string AnalystVersion { get; init; }

    /// <summary>Version of the masker that made the text.</summary>
    public required string MaskerVersion { get; init; }

    /// <summary>Measures.</summary>
    public required CallMetrics Metrics { get; init; }

    /// <summary>Mood.</summary>
    public required CallSentiment Sentiment { get; init; }

    /// <summary>Whether the customer was satisfied at the end.</summary>
    public required bool Satisfied { get; init; }

    /// <summary>The signs that spoke loudest for <see cref="Satisfied"/>, as it was judged.</summary>
    public IReadOnlyList<JudgedSign> SatisfiedBecause { get; init; } = [];

    /// <summary>Whether the matter was resolved in this call.</summary>
    public required bool Resolved { get; init; }

    /// <summary>Topics, most certain first.</summary>
    public required IReadOnlyList<TopicHit> Topics { get; init; }

    /// <summary>Script steps, in the order of the script.</summary>
    public required IReadOnlyList<ScriptStep> Script { get; init; }

    /// <summary>Flags, in the order of the call.</summary>
    public required IReadOnlyList<FlagHit> Flags { get; init; }

    /// <summary>Scorecards that were applied.</summary>
    public required IReadOnlyList<ScorecardResult> Scorecards { get; init; }

    /// <summary>Summary in masked words.</summary>
    public required string Summary { get; init; }
}
