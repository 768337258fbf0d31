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
        try
        {
            // A lane that fails takes the process with it: better a restart than a queue that nobody empties.
            await await Task.WhenAny(
                RunLaneAsync(JobLane.Light, Math.Max(4, Environment.ProcessorCount * 2), stoppingToken),
                RunLaneAsync(JobLane.Heavy, Math.Max(1, Environment.ProcessorCount), stoppingToken),
                KeepLeasesAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(running.Values); // each puts its job back
        }
    }

    private async Task RunLaneAsync(JobLane lane, int width, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(width);
        while (true)
        {
            var free = await TakeFreeAsync(places, width, ct);
            var claimed = await ClaimAsync(lane, free, ct);
            if (claimed.Count < free)
            {
                if (free > claimed.Count)
            {
                places.Release(free - claimed.Count);
            }

            }

            foreach (var job in claimed)
            {
                running[job] = RunAsync(job, places, ct);
            }

            if (claimed.Count == 0)
            {
                await signal.WaitAsync(lane, Poll, ct);
            }
        }
    }

    private static async Task<int> TakeFreeAsync(SemaphoreSlim places, int width, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        var free = 1;
        while (free < width && await places.WaitAsync(0, ct))
        {
            free++;
        }

        return free;
    }

    private async Task<List<Job>> ClaimAsync(JobLane lane, int wanted, CancellationToken ct)
    {
        try
        {
            return await claims.RunAsync(kinds.Of(lane), wanted, ct);
        }
        catch (Exception gone) when (gone is NpgsqlException or IOException or TimeoutException)
        {
            LogUnreachable(log, gone.GetType().Name);
            await Task.Delay(Poll, ct);
            return [];
        }
    }

    private async Task RunAsync(Job job, SemaphoreSlim places, CancellationToken ct)
    {
        await Task.Yield(); // the entry in the table comes first
        try
        {
            await runner.RunAsync(job, ct);
        }
        finally
        {
            running.TryRemove(job, out _);
            if (!ct.IsCancellationRequested)
            {
                places.Release();
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
