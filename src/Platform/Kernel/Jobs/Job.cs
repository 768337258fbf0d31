using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Smaller goes first.</summary>
public enum JobPriority : short
{
    /// <summary>Somebody waits for it.</summary>
    New = 0,

    /// <summary>Back-loading of an archive, re-analysis of history.</summary>
    Archive = 10,
}

/// <summary>A piece of work that survives a crash. Enqueued with <see cref="JobQueue"/>, done by the job runner.</summary>
public sealed class Job : ITenantOwned
{
    internal const string Ready = "ready";
    internal const string Running = "running";
    internal const string Dead = "dead";

    internal Job()
    {
    }

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is about, for example a call.</summary>
    public Guid? Subject { get; init; }

    /// <summary>JSON with ids and counts, never content.</summary>
    public string? Payload { get; init; }

    public JobPriority Priority { get; init; }

    public DateTimeOffset RunAt { get; internal set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the present kind is tried: caps its wall time.</summary>
    public required DateTimeOffset StepSince { get; set; }

    /// <summary>Attempts begun, this one included.</summary>
    public int Attempts { get; internal set; }

    internal string State { get; set; } = Ready;

    internal Guid? LeaseToken { get; set; }

    internal DateTimeOffset? LeaseUntil { get; set; }

    internal string? Reason { get; set; }

    /// <summary>The job as it was claimed or last moved on, for another context.</summary>
    internal Job Copy() => (Job)MemberwiseClone();

    /// <summary>The next step begins, in the hands that hold the job.</summary>
    internal void MoveOn(string kind, DateTimeOffset now)
    {
        Kind = kind;
        StepSince = now;
        Attempts = 1;
        Reason = null;
    }

    internal void PutBack(DateTimeOffset runAt, string? reason)
    {
        (State, LeaseToken, LeaseUntil) = (Ready, null, null);
        (RunAt, Reason) = (runAt, reason);
    }

    internal void Bury(string reason)
    {
        (State, LeaseToken, LeaseUntil) = (Dead, null, null);
        Reason = reason;
    }
}
