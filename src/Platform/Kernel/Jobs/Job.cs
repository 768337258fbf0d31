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
    private Job()
    {
    }

    public Guid OrganizationId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about, for example a call.</summary>
    public Guid? Subject { get; private init; }

    /// <summary>JSON with ids and counts, never content.</summary>
    public string? Payload { get; private init; }

    public JobPriority Priority { get; private init; }

    public DateTimeOffset RunAt { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when the present kind is tried: caps its wall time.</summary>
    public DateTimeOffset StepSince { get; private init; }

    /// <summary>Attempts begun, this one included.</summary>
    public int Attempts { get; private init; }

    internal string State { get; private init; } = "ready";

    internal static Job Ready(Guid organization, string kind, Guid? subject, string? payload, JobPriority priority, DateTimeOffset now, TimeSpan delay) => new()
    {
        OrganizationId = organization,
        Id = Guid.CreateVersion7(now),
        Kind = kind,
        Subject = subject,
        Payload = payload,
        Priority = priority,
        CreatedAt = now,
        StepSince = now + delay,
        RunAt = now + delay,
    };
}
