namespace Earshot.Platform.Kernel.Schedules;

/// <summary>
/// Work that comes back by the clock. Every worker process runs it, so it must bear being run twice at once: claim what it works on in
/// the database, or do nothing that can't be done again.
/// </summary>
public interface IScheduledTask
{
    Task RunAsync(CancellationToken ct);
}
