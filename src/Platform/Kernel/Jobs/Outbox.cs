using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>A module's wish to hear of an event of another module.</summary>
/// <param name="Event">Name of the event, for example <c>calls.done</c>.</param>
/// <param name="JobKind">The kind of job by which it is told; subject and payload are the event's.</param>
public sealed record Subscription(string Event, string JobKind);

/// <summary>
/// Events between modules. Publishing adds a durable job for each subscriber to the transaction that makes the event true: no subscriber
/// misses it, and none waits for another.
/// </summary>
public sealed class Outbox(JobQueue jobs, IEnumerable<Subscription> subscriptions)
{
    private readonly ILookup<string, string> kinds = subscriptions.ToLookup(subscription => subscription.Event, subscription => subscription.JobKind);

    /// <param name="db">The context whose next save carries the event.</param>
    /// <param name="name">Name of the event.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="payload">JSON with ids and counts, never content.</param>
    /// <param name="priority">As of what it is about.</param>
    public void Publish(PlatformDb db, string name, Guid subject, string? payload = null, JobPriority priority = JobPriority.New)
    {
        foreach (var kind in kinds[name])
        {
            jobs.Enqueue(db, kind, subject, payload, priority);
        }
    }
}
