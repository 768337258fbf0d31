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
        var began = clock.GetTimestamp();
        string reason;
        try
        {
            var outcome = await HandleAsync(job, kind, time.Token);
            JobMetrics.Attempted(kind.Name, outcome.Name, clock.GetElapsedTime(began));
            if (outcome is not JobOutcome.Retry retry)
            {
                return outcome is JobOutcome.MoveOn;
            }

            reason = retry.Reason;
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
            JobMetrics.Attempted(kind.Name, TimedOut, clock.GetElapsedTime(began));
        }
        catch (Exception failure)
        {
            reason = failure.GetType().Name;
            JobMetrics.Attempted(kind.Name, Crashed, clock.GetElapsedTime(began));
            LogFailed(log, failure, job.Id, job.Kind, job.Attempts);
        }

        await FailAsync(job, kind, reason);
        return false;
    }

    private async Task<JobOutcome> HandleAsync(Job job, JobKind kind, CancellationToken ct) =>
        await RunStepsAsync(job, kind, isAlone: false, ct) ?? await RunStepsAsync(job, kind, isAlone: true, ct)
            ?? throw new InvalidOperationException("A step alone always has an outcome.");

    /// <returns>Null when a step that joined the first one failed, and nothing was saved.</returns>
    private async Task<JobOutcome?> RunStepsAsync(Job job, JobKind kind, bool isAlone, CancellationToken ct)
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

        List<(JobKind Kind, JobOutcome Outcome)> steps = [(kind, outcome)];
        if (!isAlone && !await TryJoinAsync(scope, job, steps, ct))
        {
            return null;
        }

        End(db.Attach(job.Copy()), steps[^1].Outcome);
        await CommitAsync(db, steps, ct);
        if (steps[^1].Outcome is JobOutcome.MoveOn next)
        {
            job.MoveOn(next.Kind, clock.GetUtcNow());
        }

        return steps[^1].Outcome;
    }

    /// <returns>False when one of them failed.</returns>
    private async Task<bool> TryJoinAsync(AsyncServiceScope scope, Job job, List<(JobKind Kind, JobOutcome Outcome)> steps, CancellationToken ct)
    {
        while (steps[^1].Outcome is JobOutcome.MoveOn { Kind: var name } && kinds[name] is { JoinsPrevious: true } kind)
        {
            faults.Reach($"{kind.Name}:begin");
            var step = job.Copy();
            step.MoveOn(name, clock.GetUtcNow());
            try
            {
                steps.Add((kind, await Handler(scope, kind).RunAsync(step, ct)));
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                LogApart(log, failure, job.Id, kind.Name);
                return false;
            }
        }

        return steps[^1].Outcome is not JobOutcome.Retry;
    }

    private async Task CommitAsync(PlatformDb db, List<(JobKind Kind, JobOutcome Outcome)> steps, CancellationToken ct)
    {
        if (steps.TrueForAll(step => step.Kind.IsRepeatable))
        {
            db.AlsoExecute($"select set_config('synchronous_commit', 'off', true)");
        }

        ReachAll(steps, "before-commit");
        await db.SaveChangesAsync(ct);
        ReachAll(steps, "after-commit");
        steps.ForEach(step => step.Outcome.AfterCommit?.Invoke());
        ReachAll(steps, "end");
    }

    private void ReachAll(List<(JobKind Kind, JobOutcome Outcome)> steps, string point) => steps.ForEach(step => faults.Reach($"{step.Kind.Name}:{point}"));

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

    /// <summary>The process is asked to stop: the attempt does not count.</summary>
    public async Task PutBackAsync(Job job)
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId}: {Kind} failed in one go with the step before it; the steps are done one by one")]
    private static partial void LogApart(ILogger log, Exception failure, Guid jobId, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} ({Kind}) was given up: {Reason}")]
    private static partial void LogBuried(ILogger log, Guid jobId, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} ({Kind}) belongs to another worker by now")]
    private static partial void LogLeaseLost(ILogger log, Guid jobId, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} ({Kind}) could not be ended; it will be claimed again")]
    private static partial void LogLost(ILogger log, Exception failure, Guid jobId, string kind);
}
