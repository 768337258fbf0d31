using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Earshot.Platform.Kernel.Schedules;

/// <summary>One run of a scheduled task, as Quartz starts it.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ScheduledRun<TTask>(TTask task, ILogger<ScheduledRun<TTask>> log) : IJob
    where TTask : class, IScheduledTask
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await task.RunAsync(cancellationToken);
        }
        catch (Exception gone) when (gone is NpgsqlException or IOException or TimeoutException)
        {
            LogMissed(log, typeof(TTask).Name, gone.GetType().Name); // the next run makes it good
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduled task {Task} could not run ({Failure})")]
    private static partial void LogMissed(ILogger log, string task, string failure);
}
