using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Tells whoever asked that the call is done: each listener gets a durable job of its own, in the transaction that ends the call.</summary>
internal sealed class DeliverCall(CallInWork work, PlatformDb db, Outbox outbox, StopCall stop, TimeProvider clock) : IJobHandler
{
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is { } call)
        {
            if (call.IsAnalysed)
            {
                outbox.Publish(db, CallEvents.CallAnalysed, call.Id, priority: call.Priority);
            }

            call.Finish(clock.GetUtcNow());
            return new JobOutcome.Done { AfterCommit = () => CallMetrics.End("done") };
        }

        return new JobOutcome.Done();
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await work.FindAsync(job.Subject, ct) is { } call)
        {
            await stop.RunAsync(call, StopReason.DeliveryFailed, ct);
        }
    }
}
