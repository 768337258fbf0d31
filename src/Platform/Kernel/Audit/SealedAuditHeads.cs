using System.Security.Cryptography;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>The seals of the audit log, made again under the present master key; one that no known key made is left as it is, for the check to find.</summary>
internal sealed class SealedAuditHeads(MasterKey master) : IMasterKeyHolder
{
    private const int Batch = 2000;

    public string Name => "audit seals";

    public async Task<long> RewrapAsync(NpgsqlDataSource owner, IProgress<long> progress, CancellationToken ct)
    {
        byte[][] keys = [.. master.DeriveEach(LinkAudit.SealPurpose)];
        var (moved, organization, seq) = (0L, Guid.Empty, -1L);
        while (await ListAsync(owner, organization, seq, ct) is { Count: > 0 } rows)
        {
            moved += await MoveAsync(owner, keys, rows, ct);
            progress.Report(moved);
            (organization, seq) = (rows[^1].Organization, rows[^1].Seq);
        }

        return moved;
    }

    private static async Task<int> MoveAsync(NpgsqlDataSource owner, byte[][] keys, List<StoredSeal> rows, CancellationToken ct)
    {
        StoredSeal[] old = [.. rows.Where(row => !IsBy(keys[0], row) && keys.Skip(1).Any(key => IsBy(key, row)))];
        await using var update = owner.CreateCommand(
            """
            update kernel.audit_seals s set seal = n.seal from unnest(@organizations, @seqs, @seals) n (organization_id, seq, seal)
            where s.organization_id = n.organization_id and s.seq = n.seq
            """);
        update.Parameters.AddWithValue("organizations", old.Select(row => row.Organization).ToArray());
        update.Parameters.AddWithValue("seqs", old.Select(row => row.Seq).ToArray());
        update.Parameters.AddWithValue("seals", old.Select(row => LinkAudit.Seal(keys[0], row.Organization, row.Seq, row.Hash)).ToArray());
        return old.Length == 0 ? 0 : await update.ExecuteNonQueryAsync(ct);
    }

    private static bool IsBy(byte[] key, StoredSeal row) => CryptographicOperations.FixedTimeEquals(LinkAudit.Seal(key, row.Organization, row.Seq, row.Hash), row.Seal);

    private static async Task<List<StoredSeal>> ListAsync(NpgsqlDataSource owner, Guid organization, long seq, CancellationToken ct)
    {
        await using var select = owner.CreateCommand(
            """
            select organization_id, seq, hash, seal from kernel.audit_seals where (organization_id, seq) > (@organization, @seq)
            order by organization_id, seq limit @batch
            """);
        select.Parameters.AddWithValue("organization", organization);
        select.Parameters.AddWithValue("seq", seq);
        select.Parameters.AddWithValue("batch", Batch);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var rows = new List<StoredSeal>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new StoredSeal(reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3)));
        }

        return rows;
    }

    private sealed record StoredSeal(Guid Organization, long Seq, byte[] Hash, byte[] Seal);
}
