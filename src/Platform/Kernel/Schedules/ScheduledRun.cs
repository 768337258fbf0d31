using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Earshot.Platform.Kernel.Schedules;

/// <summary>How often a task comes back.</summary>
internal sealed record Schedule<TTask>(TimeSpan Every)
    where TTask : class, IScheduledTask;

/// <summary>One look of Quartz at a scheduled task: runs it when it is due and no other worker has it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ScheduledRun<TTask>(TTask task, Schedule<TTask> schedule, ClaimSchedule claim, ILogger<ScheduledRun<TTask>> log) : IJob
    where TTask : class, IScheduledTask
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await claim.RunAsync(typeof(TTask).Name, schedule.Every, cancellationToken))
            {
                await task.RunAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return; // the server stops; the next run makes it good
        }
        catch (Exception gone) when (gone is NpgsqlException or IOException or TimeoutException)
        {
            LogMissed(log, typeof(TTask).Name, gone.GetType().Name); // the next run makes it good
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduled task {Task} could not run ({Failure})")]
    private static partial void LogMissed(ILogger log, string task, string failure);
}
