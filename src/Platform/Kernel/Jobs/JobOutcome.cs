namespace Earshot.Platform.Kernel.Jobs;

/// <summary>How an attempt at a job ended.</summary>
public abstract record JobOutcome
{
    private JobOutcome()
    {
    }

    /// <summary>Name for the metrics: <c>done</c>, <c>moved_on</c> or <c>retry</c>.</summary>
    internal string Name => this switch
    {
        MoveOn => "moved_on",
        Retry => "retry",
        _ => "done",
    };

    /// <summary>Runs after the transaction is committed, in the same worker. May be lost in a crash: only for what is made good otherwise.</summary>
    public Action? AfterCommit { get; init; }

    /// <summary>The job is done and goes.</summary>
    public sealed record Done : JobOutcome;

    /// <summary>The job goes on as another kind, without waiting in the queue.</summary>
    public sealed record MoveOn(string Kind) : JobOutcome;

    /// <summary>Not now; again later, as long as attempts and wall time are left. What the handler changed is not saved.</summary>
    /// <param name="Reason">Name of the reason, no personal data.</param>
    public sealed record Retry(string Reason) : JobOutcome;
}
