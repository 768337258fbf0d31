using Earshot.Platform.Kernel;

namespace Earshot.Platform.Scoring;

/// <summary>Every way in which the module says no.</summary>
internal static class ScoringFailures
{
    public static readonly Failure NotFound = new(FailureKind.NotFound, "scorecard_not_found", "There is no such scorecard.");
    public static readonly Failure NotDraft = new(FailureKind.Conflict, "scorecard_not_draft", "This version is published already. Edit it: that makes a new one.");
    public static readonly Failure NoCall = new(FailureKind.NotFound, "call_not_found", "There is no such call.");
    public static readonly Failure Running = new(FailureKind.Conflict, "rescoring_running", "History is being scored by this version already.");
    public static readonly Failure BadAnswers = new(FailureKind.Invalid, "bad_answers", "Answer each criterion with y, n or -.");
    public static readonly Failure NoReason = new(FailureKind.Invalid, "reason_missing", "Say why; it is shown to the agent.");
    public static readonly Failure NotMasked = new(FailureKind.Invalid, "reason_not_masked", "The text could not be masked; say it in other words.");
    public static readonly Failure NoAppeal = new(FailureKind.NotFound, "appeal_not_found", "There is no such open appeal.");
    public static readonly Failure BadRhythm = new(FailureKind.Invalid, "bad_rhythm", "A report comes daily or weekly.");
    public static readonly Failure TooManyReports = new(FailureKind.Conflict, "too_many_reports", "You have twenty reports by letter. Stop one before you ask for another.");
    public static readonly Failure BadAlertRule = new(FailureKind.Invalid, "bad_alert_rule", "Choose a flag or a bound, 1 to 1,000 calls, and 1 to 168 hours.");
    public static readonly Failure NotYourCalls = new(FailureKind.Forbidden, "not_your_calls", "A rule is about calls that you may see: choose one of your departments.");
    public static readonly Failure TooManyRules = new(FailureKind.Conflict, "too_many_rules", "There are fifty rules. Switch one off before you add another.");
    public static readonly Failure NoAlert = new(FailureKind.NotFound, "alert_not_found", "There is no such alert or rule.");

    /// <summary>A scorecard does not work: the place and the reason of the first mistake.</summary>
    public static Failure Broken(string place, string reason) => new(FailureKind.Invalid, "scorecard_broken", $"{place}: {reason}");
}
