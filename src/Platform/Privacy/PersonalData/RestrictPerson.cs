using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Freezes a person's data: kept, not shown, not analysed (clause A34); and lets it go on again (clause A36). What several requests froze stays so until the last is lifted.</summary>
public sealed class RestrictPerson(FindPerson find, PlatformDb db, AuditLog audit, TimeProvider clock)
{
    /// <param name="records">What was found.</param>
    /// <param name="ground">Why it is frozen.</param>
    /// <param name="caseId">The request that asks for it.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Records of which it is now true.</returns>
    public async Task<int> RunAsync(IReadOnlyList<HeldRecord> records, string ground, Guid caseId, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await NoteAsync(records, ground, caseId, ct);
        var done = await TellAsync(records, true, ct);
        await audit.RecordAsync("person.restricted", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"records":{{done}}}"""), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    /// <summary>Lets go on what a request froze, unless another one still holds it.</summary>
    /// <returns>Records that are free again.</returns>
    public async Task<int> LiftAsync(Guid caseId, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var free = await db.Database.SqlQuery<FreedRow>(
            $"""
            with lifted as (update privacy.restrictions set lifted_at = {now} where organization_id = {db.Organization} and case_id = {caseId} and lifted_at is null returning id, holder, table_name, row_id)
            select holder as "Holder", table_name as "Table", row_id as "Id" from lifted l where not exists (
              select from privacy.restrictions r where r.organization_id = {db.Organization} and r.table_name = l.table_name and r.row_id = l.row_id and r.lifted_at is null and r.case_id <> {caseId})
            """).ToListAsync(ct);
        await TellAsync([.. free.Select(row => new HeldRecord(row.Holder, row.Table, row.Id, [], "link"))], false, ct);
        await audit.RecordAsync("person.released", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"records":{{free.Count}}}"""), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return free.Count;
    }

    private async Task<int> TellAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct)
    {
        var done = 0;
        foreach (var holder in find.Holders)
        {
            done += await holder.RestrictAsync(records, isRestricted, ct);
        }

        return done;
    }

    private async Task NoteAsync(IReadOnlyList<HeldRecord> records, string ground, Guid caseId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (holders, tables, ids) = (records.Select(r => r.Holder).ToArray(), records.Select(r => r.Table).ToArray(), records.Select(r => r.Id).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into privacy.restrictions (organization_id, id, case_id, holder, table_name, row_id, ground, since)
            select {db.Organization}, gen_random_uuid(), {caseId}, holder, name, id, {ground}, {now} from unnest({holders}, {tables}, {ids}) as row(holder, name, id)
            on conflict do nothing
            """, ct);
    }

    private sealed record FreedRow(string Holder, string Table, Guid Id);
}
