using System.Security.Cryptography;
using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>The data keys of all organizations, moved to the present master key in batches of a transaction each.</summary>
internal sealed class WrappedDataKeys(MasterKey master) : IMasterKeyHolder
{
    private const int Batch = 200;

    public string Name => "data keys";

    public async Task<long> RewrapAsync(NpgsqlDataSource owner, IProgress<long> progress, CancellationToken ct)
    {
        var moved = 0L;
        while (await BatchAsync(owner, ct) is var now and > 0)
        {
            moved += now;
            progress.Report(moved);
        }

        return moved;
    }

    private async Task<int> BatchAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var rows = await ListAsync(connection, ct);
        foreach (var row in rows)
        {
            var key = TenantKeyStore.Unwrap(
                await master.FindAsync(row.Master, TenantKeyStore.WrapPurpose, ct) ?? throw new CryptographicException($"Data key {row.Id} is wrapped by master key {row.Master}, which is not known here."),
                row.Organization, row.Id, row.Wrapped);
            await using var update = new NpgsqlCommand(
                "update kernel.data_keys set wrapped = @wrapped, master_key_id = @master where organization_id = @organization and id = @id", connection);
            update.Parameters.AddWithValue("wrapped", TenantKeyStore.Wrap(master.Derive(TenantKeyStore.WrapPurpose), row.Organization, row.Id, key));
            update.Parameters.AddWithValue("master", master.Id);
            update.Parameters.AddWithValue("organization", row.Organization);
            update.Parameters.AddWithValue("id", row.Id);
            await update.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    private async Task<List<(Guid Organization, Guid Id, byte[] Wrapped, string Master)>> ListAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand(
            "select organization_id, id, wrapped, master_key_id from kernel.data_keys where wrapped is not null and master_key_id <> @master limit @batch for update", connection);
        select.Parameters.AddWithValue("master", master.Id);
        select.Parameters.AddWithValue("batch", Batch);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, Guid, byte[], string)>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3)));
        }

        return rows;
    }
}
