using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Platform.Kernel.Jobs;

/// <summary>Takes one claimed job as far as it goes: attempt after step after step, each ended in the transaction of its data.</summary>
internal sealed partial class RunJob(IServiceScopeFactory scopes, JobKinds kinds, FaultPoints faults, TimeProvider clock, ILogger<RunJob> log)
{
    private const string TimedOut = "timed_out";
    private const string Crashed = "crashed";

    public async Task RunAsync(Job job, CancellationToken stopping)
    {
        try
        {
            while (await AttemptAsync(job, stopping))
            {
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            LogLeaseLost(log, job.Id, job.Kind); // another worker has it; what we did is rolled back
        }
        catch (Exception failure)
        {
            LogLost(log, failure, job.Id, job.Kind); // the database is out of reach: the lease runs out, and the job is claimed again
        }
    }

    /// <returns>True when the job went on to a next step in these hands.</returns>
    private async Task<bool> AttemptAsync(Job job, CancellationToken stopping)
    {
        var kind = kinds[job.Kind];
        if (job.Attempts > kind.MaxAttempts)
        {
            await FailAsync(job, kind, job.Reason ?? Crashed);
            return false;
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        time.CancelAfter(kind.AttemptTime);
        string reason;
        try
        {
            switch (await HandleAsync(job, kind, time.Token))
            {
                case JobOutcome.Retry retry:
                    reason = retry.Reason;
                    break;
                case JobOutcome.MoveOn:
                    return true;
                default:
                    return false;
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            throw;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await PutBackAsync(job);
            return false;
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested)
        {
            reason = TimedOut;
        }
        catch (Exception failure)
        {
            reason = failure.GetType().Name;
            LogFailed(log, failure, job.Id, job.Kind, job.Attempts);
        }

        await FailAsync(job, kind, reason);
        return false;
    }

    private async Task<JobOutcome> HandleAsync(Job job, JobKind kind, CancellationToken ct)
    {
        await using var scope = Scope(job);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await db.Database.OpenConnectionAsync(ct); // one connection, one announcement of the tenant, for the whole attempt
        faults.Reach($"{kind.Name}:begin");
        var outcome = await Handler(scope, kind).RunAsync(job, ct);
        if (outcome is JobOutcome.Retry)
        {
            return outcome;
        }

        End(db.Attach(job.Copy()), outcome);
        faults.Reach($"{kind.Name}:before-commit");
        await db.SaveChangesAsync(ct);
        faults.Reach($"{kind.Name}:after-commit");
        outcome.AfterCommit?.Invoke();
        faults.Reach($"{kind.Name}:end");
        if (outcome is JobOutcome.MoveOn next)
        {
            job.MoveOn(next.Kind, clock.GetUtcNow());
        }

        return outcome;
    }

    private void End(EntityEntry<Job> job, JobOutcome outcome)
    {
        if (outcome is JobOutcome.MoveOn next)
        {
            job.Entity.MoveOn(next.Kind, clock.GetUtcNow());
        }
        else
        {
            job.State = EntityState.Deleted;
        }
    }

    private async Task FailAsync(Job job, JobKind kind, string reason)
    {
        var now = clock.GetUtcNow();
        await using var scope = Scope(job);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var attached = db.Attach(job.Copy()).Entity;
        if (kind.NextWait(job.Attempts, now - job.StepSince) is { } wait)
        {
            attached.PutBack(now + wait, reason);
        }
        else
        {
            await Handler(scope, kind).GiveUpAsync(attached, reason, CancellationToken.None);
            attached.Bury(reason);
            LogBuried(log, job.Id, job.Kind, reason);
        }

        faults.Reach($"{kind.Name}:before-failure");
        await db.SaveChangesAsync(CancellationToken.None);
    }

    // The process is asked to stop: the attempt does not count.
    private async Task PutBackAsync(Job job)
    {
        await using var scope = Scope(job);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var attached = db.Attach(job.Copy()).Entity;
        attached.Attempts--;
        attached.PutBack(clock.GetUtcNow(), job.Reason);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private AsyncServiceScope Scope(Job job)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(job.OrganizationId);
        return scope;
    }

    private static IJobHandler Handler(AsyncServiceScope scope, JobKind kind) => (IJobHandler)scope.ServiceProvider.GetRequiredService(kind.Handler);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} ({Kind}) failed at attempt {Attempt}")]
    private static partial void LogFailed(ILogger log, Exception failure, Guid jobId, string kind, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} ({Kind}) was given up: {Reason}")]
    private static partial void LogBuried(ILogger log, Guid jobId, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} ({Kind}) belongs to another worker by now")]
    private static partial void LogLeaseLost(ILogger log, Guid jobId, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} ({Kind}) could not be ended; it will be claimed again")]
    private static partial void LogLost(ILogger log, Exception failure, Guid jobId, string kind);
}
