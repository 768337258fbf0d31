using Earshot.Platform.Calls.Recognition;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Speech;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Has a remote recogniser forget its copy of a recording, as often as it takes; then there is a receipt.</summary>
internal sealed class ForgetCopy(PlatformDb db, SpeechEngines engines, WriteReceipt receipts, AuditLog audit, TimeProvider clock) : IJobHandler
{
    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await FindAsync(job, ct) is not { } copy)
        {
            return new JobOutcome.Done();
        }

        if (engines.Named(copy.OrganizationId, copy.Engine) is not { } engine)
        {
            return new JobOutcome.Retry("engine_not_configured");
        }

        if (await engine.ForgetAsync(copy.Reference, ct) is not { Outcome: ForgetReceipt.Deleted or ForgetReceipt.NothingKept } forgotten)
        {
            return new JobOutcome.Retry("not_forgotten");
        }

        copy.Forgotten(clock.GetUtcNow());
        await ReceiptAsync(copy, forgotten.Outcome, ct);
        return new JobOutcome.Done();
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await FindAsync(job, ct) is { } copy)
        {
            await ReceiptAsync(copy, ForgetReceipt.Failed, ct);
        }
    }

    private Task<EngineCopy?> FindAsync(Job job, CancellationToken ct) =>
        db.Set<EngineCopy>().SingleOrDefaultAsync(row => row.Id == job.Subject && row.ForgottenAt == null, ct);

    private async Task ReceiptAsync(EngineCopy copy, string outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var receipt = new Receipt
        {
            OrganizationId = copy.OrganizationId,
            Id = Guid.CreateVersion7(now),
            CallId = copy.CallId,
            Kind = "copy",
            Reason = outcome == ForgetReceipt.Failed ? "given_up" : "forgotten",
            Engine = copy.Engine,
            EngineForget = outcome,
            DeletedAt = now,
            CreatedAt = now,
        };
        await receipts.RunAsync(receipt, ct);
        await audit.RecordAsync(outcome == ForgetReceipt.Failed ? "call.copy_not_forgotten" : "call.copy_forgotten", "call", copy.CallId, "transcription", null, null, ct);
    }
}
