using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Freezes a person's data: kept, not shown, not analysed (clause A34); and lets it go on again (clause A36).</summary>
public sealed class RestrictPerson(FindPerson find, PlatformDb db, AuditLog audit, TimeProvider clock)
{
    /// <param name="records">What was found.</param>
    /// <param name="ground">Why it is frozen; null: it goes on.</param>
    /// <param name="caseId">The request that asks for it.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Records of which it is now true.</returns>
    public async Task<int> RunAsync(IReadOnlyList<HeldRecord> records, string? ground, Guid caseId, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var done = 0;
        foreach (var holder in find.Holders)
        {
            done += await holder.RestrictAsync(records, ground is not null, ct);
        }

        await NoteAsync(records, ground, caseId, ct);
        await audit.RecordAsync(ground is null ? "person.released" : "person.restricted", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"records":{{done}}}"""), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    private async Task NoteAsync(IReadOnlyList<HeldRecord> records, string? ground, Guid caseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (holders, tables, ids) = (records.Select(r => r.Holder).ToArray(), records.Select(r => r.Table).ToArray(), records.Select(r => r.Id).ToArray());
        if (ground is null)
        {
            await db.Database.ExecuteSqlAsync(
                $"update privacy.restrictions set lifted_at = {now} where organization_id = {db.Organization} and lifted_at is null and row_id = any({ids})", ct);
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into privacy.restrictions (organization_id, id, case_id, holder, table_name, row_id, ground, since)
            select {db.Organization}, gen_random_uuid(), {caseId}, holder, name, id, {ground}, {now} from unnest({holders}, {tables}, {ids}) as row(holder, name, id)
            on conflict do nothing
            """, ct);
    }
}
