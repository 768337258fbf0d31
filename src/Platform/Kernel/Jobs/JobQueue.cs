using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Adds durable jobs to the same transaction as the data that they are about.</summary>
public sealed class JobQueue(TimeProvider clock)
{
    /// <summary>Adds a job of the current organization; it exists once the caller has saved <paramref name="db"/>.</summary>
    /// <param name="db">The context whose next save carries the job.</param>
    /// <param name="kind">Which handler does it.</param>
    /// <param name="subject">What it is about, for example a call.</param>
    /// <param name="payload">JSON with ids and counts, never content.</param>
    /// <param name="priority">New work goes before archives.</param>
    /// <param name="delay">Not before this time has passed.</param>
    public Job Enqueue(
        PlatformDb db, string kind, Guid? subject = null, string? payload = null, JobPriority priority = JobPriority.New, TimeSpan delay = default)
    {
        var now = clock.GetUtcNow();
        return db.Add(new Job
        {
            OrganizationId = db.Organization,
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Subject = subject,
            Payload = payload,
            Priority = priority,
            CreatedAt = now,
            StepSince = now + delay,
            RunAt = now + delay,
        }).Entity;
    }
}
