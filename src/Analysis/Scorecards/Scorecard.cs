namespace Earshot.Analysis.Scorecards;

/// <summary>How a criterion is answered.</summary>
public enum AnswerMethod
{
    /// <summary>By a rule in the phrase language: met when the rule holds.</summary>
    Rule,

    /// <summary>By a measure of the conversation, such as <c>silence_share &lt;= 0.2</c>.</summary>
    Metric,

    /// <summary>By a step of the script: met when the step was taken.</summary>
    Step,

    /// <summary>By a flag: met when the flag is not raised.</summary>
    Flag,

    /// <summary>By a question to a model; stays open where no model is configured.</summary>
    Model,

    /// <summary>By a person.</summary>
    Person,
}

/// <summary>One question of a scorecard.</summary>
/// <param name="Id">Id within the scorecard.</param>
/// <param name="Title">What a person reads.</param>
/// <param name="Weight">Share in the score, above zero.</param>
/// <param name="Critical">True when failing it fails the whole call.</param>
/// <param name="Method">How it is answered.</param>
/// <param name="Source">The rule, metric, step, flag or question that answers it.</param>
/// <param name="NotApplicableWhen">Rule that takes the criterion out of the score; null when it always applies.</param>
public sealed record ScorecardCriterion(
    string Id, string Title, double Weight, bool Critical, AnswerMethod Method, string Source, string? NotApplicableWhen = null);

/// <summary>Criteria that belong together.</summary>
/// <param name="Title">What a person reads.</param>
/// <param name="Criteria">The criteria.</param>
public sealed record ScorecardSection(string Title, IReadOnlyList<ScorecardCriterion> Criteria);

/// <summary>What a good call is, in criteria.</summary>
/// <param name="Name">Name of the scorecard.</param>
/// <param name="Version">Version; an edit makes a new one.</param>
/// <param name="PassFrom">Score from which a call passes, 0 to 100.</param>
/// <param name="Sections">The criteria by section.</param>
public sealed record Scorecard(string Name, int Version, double PassFrom, IReadOnlyList<ScorecardSection> Sections)
{
    /// <summary>Phrases by name, shared by the rules of this scorecard as <c>$name</c>.</summary>
    public IReadOnlyDictionary<string, string> Dictionaries { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Rules by name, shared by the rules of this scorecard as <c>@name</c>.</summary>
    public IReadOnlyDictionary<string, string> Rules { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Why a scorecard is refused, and where.</summary>
/// <param name="Place">Path within the scorecard, for example <c>sections[0].criteria[2].rule</c>.</param>
/// <param name="Reason">What is wrong and how to mend it.</param>
public sealed record ScorecardError(string Place, string Reason);

/// <summary>A scorecard that was read, or the reasons for refusing it.</summary>
/// <param name="Scorecard">The scorecard; null when there are errors.</param>
/// <param name="Errors">The reasons.</param>
public sealed record ScorecardReading(Scorecard? Scorecard, IReadOnlyList<ScorecardError> Errors);
