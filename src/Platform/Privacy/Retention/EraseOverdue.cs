using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Calendar;
using Earshot.Platform.Privacy.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>
/// Erases what is due of the current organization, set by set and batch by batch. A batch is one short transaction: the rows, the signed
/// receipt and the event of the audit log go together, so that nothing is erased without a proof or proved without being erased.
/// </summary>
internal sealed class EraseOverdue(PlatformDb db, WriteErasureReceipt receipts, AuditLog audit, TimeProvider clock)
{
    public const int Batch = 1000;

    /// <returns>Rows that were erased or emptied.</returns>
    public async Task<long> RunAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"select set_config('app.restricted', 'shown', false)", ct); // its term ends what is frozen as well; only calls wait
            var periods = await ReadPeriods.RunAsync(Connection, db.Organization, ct);
            var rows = 0L;
            foreach (var set in DataSets.All.Where(set => periods.ContainsKey(set.Id)))
            {
                rows += await EraseAsync(set, periods[set.Id], ct);
            }

            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    private async Task<long> EraseAsync(DataSet set, Period period, CancellationToken ct)
    {
        var rows = 0L;
        while (await EraseBatchAsync(set, period, ct) is var erased and > 0)
        {
            rows += erased;
        }

        return rows;
    }

    private async Task<int> EraseBatchAsync(DataSet set, Period period, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var cutoff = Cutoff.Before(now, period);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (rows, ids) = await ExecuteAsync(set, cutoff, now, transaction, ct);
        if (ids.Length == 0)
        {
            return 0;
        }

        await receipts.RunAsync(ErasureReceipt.Retention, set.Id, Statement(set, period, cutoff, rows, ids), ct);
        await audit.RecordAsync(
            "retention.erased", "data_set", null, "retention", null, JsonSerializer.Serialize(new Dictionary<string, object> { ["set"] = set.Id, ["rows"] = rows }), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Forget();
        return rows;
    }

    private async Task<(int Rows, Guid[] Ids)> ExecuteAsync(DataSet set, DateTimeOffset cutoff, DateTimeOffset now, IDbContextTransaction transaction, CancellationToken ct)
    {
        await using var erase = new NpgsqlCommand(set.Erase, Connection, (NpgsqlTransaction)transaction.GetDbTransaction());
        erase.Parameters.AddWithValue("organization", db.Organization);
        erase.Parameters.AddWithValue("cutoff", cutoff);
        erase.Parameters.AddWithValue("now", now);
        erase.Parameters.AddWithValue("batch", Batch);
        await using var reader = await erase.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt32(0), reader.GetFieldValue<Guid[]>(1)) : (0, []);
    }

    // The ids are told by their digest: who has the list can check it, the receipt stays small.
    private static JsonObject Statement(DataSet set, Period period, DateTimeOffset cutoff, int rows, Guid[] ids) => new()
    {
        ["timer"] = set.Timer,
        ["limit"] = period.ToString(),
        ["cutoff"] = SignReceipt.Moment(cutoff),
        ["rows"] = rows,
        ["objects"] = ids.Length,
        ["objects_sha256"] = Convert.ToHexStringLower(SHA256.HashData(ids.Order().SelectMany(id => id.ToByteArray(bigEndian: true)).ToArray())),
    };
}
