namespace Earshot.Platform.Kernel.Schedules;

/// <summary>
/// Work that comes back by the clock. From five minutes on, one worker runs it for all; a run that a crash cut off comes back with the next
/// time. It must still bear being run twice at once: claim what it works on in the database, or do nothing that can't be done again.
/// </summary>
public interface IScheduledTask
{
    Task RunAsync(CancellationToken ct);
}
