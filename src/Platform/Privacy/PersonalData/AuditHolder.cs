using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>
/// The audit log: what a person did and what was done with their data. Address and device are erased; the events stay, they hold ids
/// alone, and the chain over them stays whole.
/// </summary>
internal sealed class AuditHolder(PlatformDb db) : IPersonalDataHolder
{
    private const int Most = 5000;
    private const string Events = "kernel.audit_events";

    public string Name => "audit";

    public IReadOnlyList<string> Tables => [Events, "kernel.audit_people"];

    public async Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct)
    {
        if (who.Ids.Count == 0)
        {
            return [];
        }

        var events = await db.Set<AuditEvent>().AsNoTracking()
            .Where(row => who.Ids.Contains(row.ActorId ?? Guid.Empty) || who.Ids.Contains(row.SubjectId ?? Guid.Empty) || who.Ids.Contains(row.ObjectId ?? Guid.Empty))
            .OrderByDescending(row => row.At).Take(Most).ToListAsync(ct);
        return [.. events.Select(row => Record(row, who.Ids.Contains(row.ActorId ?? Guid.Empty)))];
    }

    public Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct) => Task.FromResult(0);

    public Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct) => Task.FromResult(0);

    public async Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct)
    {
        var own = records.Where(record => record.Table == Events && record.FoundBy == "actor").Select(record => record.Id).ToList();
        var erased = await db.Set<AuditPerson>().Where(row => own.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        var kept = records.Count(record => record.Table == Events);
        return new HolderErasure(
            Name,
            erased > 0 ? new Dictionary<string, int> { ["kernel.audit_people"] = erased } : [],
            kept > 0 ? new Dictionary<string, int> { ["audit"] = kept } : []);
    }

    // Address and device are those of the actor: they are the person's own only where the person acted.
    private HeldRecord Record(AuditEvent row, bool isActor) => new(
        Name, Events, row.Id,
        [new HeldField("at", row.At.ToString("O", CultureInfo.InvariantCulture)), new HeldField("action", row.Action), new HeldField("purpose", row.Purpose)],
        isActor ? "actor" : "link");
}
