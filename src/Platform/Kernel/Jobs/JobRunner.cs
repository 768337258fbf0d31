using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Claims jobs as places get free, two lanes side by side, keeps their leases alive, and gives back what dead processes held.</summary>
internal sealed partial class JobRunner(
    ClaimJobs claims, RunJob runner, JobKinds kinds, JobSignal signal, PlatformSettings settings, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Job, Task> running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var light = Math.Max(4, Environment.ProcessorCount * 2);
        Task[] lanes =
        [
            RunLaneAsync(JobLane.Light, light, ahead: light, stoppingToken),
            RunLaneAsync(JobLane.Heavy, Math.Max(1, Environment.ProcessorCount), ahead: 0, stoppingToken),
            KeepLeasesAsync(stoppingToken),
        ];
        try
        {
            // A lane that fails takes the process with it: better a restart than a queue that nobody empties.
            await await Task.WhenAny(lanes);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(lanes).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await Task.WhenAll(running.Values); // each puts its job back
        }
    }

    /// <param name="lane">Whose jobs.</param>
    /// <param name="width">How many run at once.</param>
    /// <param name="ahead">How many more are claimed, so that one claim serves many jobs.</param>
    /// <param name="ct">Stops the work.</param>
    private async Task RunLaneAsync(JobLane lane, int width, int ahead, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(width);
        using var hands = new SemaphoreSlim(width + ahead);
        while (true)
        {
            var free = await TakeFreeAsync(hands, Math.Max(1, ahead), ct);
            var claimed = await ClaimAsync(lane, free, ct);
            if (free > claimed.Count)
            {
                hands.Release(free - claimed.Count);
            }

            foreach (var job in claimed)
            {
                running[job] = RunAsync(job, places, hands, ct);
            }

            if (claimed.Count == 0)
            {
                await signal.WaitAsync(lane, Poll, ct);
            }
        }
    }

    private static async Task<int> TakeFreeAsync(SemaphoreSlim hands, int least, CancellationToken ct)
    {
        var free = 0;
        while (free < least || await hands.WaitAsync(0, ct))
        {
            if (free < least)
            {
                await hands.WaitAsync(ct);
            }

            free++;
        }

        return free;
    }

    private async Task<List<Job>> ClaimAsync(JobLane lane, int wanted, CancellationToken ct)
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            return await claims.RunAsync(kinds.Of(lane), wanted, CancellationToken.None); // jobs that were claimed must be known here
        }
        catch (Exception gone) when (gone is NpgsqlException or IOException or TimeoutException)
        {
            LogUnreachable(log, gone.GetType().Name);
            await Task.Delay(Poll, ct);
            return [];
        }
    }

    private async Task RunAsync(Job job, SemaphoreSlim places, SemaphoreSlim hands, CancellationToken ct)
    {
        await Task.Yield(); // the entry in the table comes first
        try
        {
            await places.WaitAsync(ct);
            await runner.RunAsync(job, ct);
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or ObjectDisposedException)
        {
            await runner.PutBackAsync(job); // it never had a place, or its lane had gone before it asked
        }
        finally
        {
            running.TryRemove(job, out _);
            if (!ct.IsCancellationRequested)
            {
                places.Release();
                hands.Release();
            }
        }
    }

    private async Task KeepLeasesAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await claims.RenewAsync([.. running.Keys.Select(job => job.LeaseToken ?? Guid.Empty).Distinct()], ct);
                if (await claims.ReleaseExpiredAsync(ct) is > 0 and var released)
                {
                    LogReleased(log, released);
                    signal.Receive(string.Empty);
                }
            }
            catch (Exception gone) when (gone is NpgsqlException or IOException or TimeoutException)
            {
                LogUnreachable(log, gone.GetType().Name);
            }

            await Task.Delay(settings.JobLease / 4, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is out of reach ({Failure}); jobs wait")]
    private static partial void LogUnreachable(ILogger log, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} jobs of a dead process are given back")]
    private static partial void LogReleased(ILogger log, int count);
}
