using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Delete;

/// <summary>Deletes a call with everything that was made of it. What stays is the receipt and the event, which hold ids alone.</summary>
public sealed class DeleteCall
{
    private readonly PlatformDb db;
    private readonly DestroyAudio destroy;
    private readonly WriteReceipt receipts;
    private readonly KeepTombstones tombstones;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal DeleteCall(PlatformDb db, DestroyAudio destroy, WriteReceipt receipts, KeepTombstones tombstones, AuditLog audit, TimeProvider clock)
    {
        this.db = db;
        this.destroy = destroy;
        this.receipts = receipts;
        this.tombstones = tombstones;
        this.audit = audit;
        this.clock = clock;
    }

    /// <param name="id">Which call of the current organization.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Call>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } call)
        {
            return CallFailures.NotFound;
        }

        var unlink = await destroy.RunAsync(call, "deleted", null, ct);
        await receipts.RunAsync(Receipt(call), ct);
        await audit.RecordAsync("call.deleted", "call", id, "administration", null, null, ct);
        await tombstones.AddAsync("calls", "calls.calls", [id], ct);
        Remove(call);
        await db.SaveChangesAsync(ct);
        unlink?.Invoke();
        return default(Done);
    }

    // A job that runs just now finds its row gone at its end, and what it made is rolled back.
    private void Remove(Call call)
    {
        var (organization, id) = (call.OrganizationId, call.Id);
        db.AlsoExecute($"delete from kernel.jobs where organization_id = {organization} and subject = {id}");
        db.AlsoExecute($"delete from calls.search where organization_id = {organization} and call_id = {id}");
        db.AlsoExecute($"delete from calls.analyses where organization_id = {organization} and call_id = {id}");
        db.AlsoExecute($"delete from calls.transcripts where organization_id = {organization} and call_id = {id}");
        db.AlsoExecute($"update calls.uploads set file_name = null, details = null, digest = null where organization_id = {organization} and call_id = {id}");
        db.Remove(call);
    }

    private Receipt Receipt(Call call)
    {
        var now = clock.GetUtcNow();
        return new Receipt
        {
            OrganizationId = call.OrganizationId,
            Id = Guid.CreateVersion7(now),
            CallId = call.Id,
            Kind = "call",
            Reason = "deleted",
            DeletedAt = now,
            CreatedAt = now,
        };
    }
}
