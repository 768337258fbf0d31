using System.Globalization;
using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.Retention;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>What became of a person's data.</summary>
/// <param name="Receipt">Id of the signed receipt.</param>
/// <param name="Erased">Rows that are gone, by table.</param>
/// <param name="Kept">Rows that stay, by legal hold.</param>
public sealed record PersonErasure(Guid Receipt, IReadOnlyDictionary<string, int> Erased, IReadOnlyDictionary<string, int> Kept);

/// <summary>
/// Erases one person everywhere. All of it, the receipt, the tombstones and the event of the audit log are one transaction. The receipt
/// names what stays, why and until when.
/// </summary>
public sealed class ErasePerson(FindPerson find, PlatformDb db, WriteErasureReceipt receipts, KeepTombstones tombstones, AuditLog audit, TimeProvider clock)
{
    /// <summary>How long a backup may live: erased data is in none of them after that (clause B36).</summary>
    public static readonly TimeSpan BackupLife = TimeSpan.FromDays(30);

    /// <param name="records">What was found; nothing else is touched.</param>
    /// <param name="caseId">The request that asks for it.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<PersonErasure> RunAsync(IReadOnlyList<HeldRecord> records, Guid caseId, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var parts = new List<HolderErasure>();
        foreach (var holder in find.Holders)
        {
            parts.Add(await holder.EraseAsync(records, ct));
        }

        var (erased, kept) = (Sum(parts.Select(part => part.Erased)), Sum(parts.Select(part => part.Kept)));
        foreach (var table in records.Where(record => erased.ContainsKey(record.Table)).GroupBy(record => (record.Holder, record.Table)))
        {
            await tombstones.AddAsync(table.Key.Holder, table.Key.Table, [.. table.Select(record => record.Id).Distinct()], ct);
        }

        var receipt = await receipts.RunAsync(ErasureReceipt.Person, caseId.ToString(), Statement(erased, kept), ct);
        await audit.RecordAsync("person.erased", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"records":{{erased.Values.Sum()}}}"""), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new PersonErasure(receipt, erased, kept);
    }

    private JsonObject Statement(IReadOnlyDictionary<string, int> erased, IReadOnlyDictionary<string, int> kept) => new()
    {
        ["erased"] = new JsonArray([.. erased.OrderBy(table => table.Key, StringComparer.Ordinal)
            .Select(table => (JsonNode)new JsonObject { ["table"] = table.Key, ["rows"] = table.Value })]),
        ["kept"] = new JsonArray([.. kept.OrderBy(hold => hold.Key, StringComparer.Ordinal).Select(hold => (JsonNode)Kept(hold.Key, hold.Value))]),
        ["backups_until"] = SignReceipt.Moment(clock.GetUtcNow() + BackupLife),
    };

    private static JsonObject Kept(string id, int rows)
    {
        var hold = LegalHolds.Of(id);
        var timer = RetentionTimers.All.Single(row => row.Id == hold.Timer);
        return new JsonObject { ["hold"] = id, ["what"] = hold.What, ["why"] = hold.Why, ["rows"] = rows, ["limit"] = timer.Limit.ToString(), ["from"] = timer.StartsAt };
    }

    private static Dictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> counts) =>
        counts.SelectMany(count => count).Where(count => count.Value > 0).GroupBy(count => count.Key).ToDictionary(group => group.Key, group => group.Sum(count => count.Value));
}
