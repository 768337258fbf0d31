using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>Chains the events that were committed since the last time, and seals the heads of the chains under a key of the installation.</summary>
internal sealed class LinkAudit(NpgsqlDataSource source, MasterKey master, TimeProvider clock)
{
    public const string SealPurpose = "audit seal";
    private const int Batch = 2000;

    /// <returns>Events that were chained now.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var link = source.CreateCommand("select kernel.link_audit(@batch)");
        link.Parameters.AddWithValue("batch", Batch);
        return await link.ExecuteScalarAsync(ct) is int linked ? linked : 0;
    }

    /// <summary>After this nobody without the master key can write another history up to here.</summary>
    public async Task SealAsync(CancellationToken ct)
    {
        var key = master.Derive(SealPurpose);
        foreach (var (organization, seq, hash) in await HeadsAsync(ct))
        {
            await using var seal = source.CreateCommand("select kernel.seal_audit(@organization, @seq, @hash, @seal, @at)");
            seal.Parameters.AddWithValue("organization", organization);
            seal.Parameters.AddWithValue("seq", seq);
            seal.Parameters.AddWithValue("hash", hash);
            seal.Parameters.AddWithValue("seal", Seal(key, organization, seq, hash));
            seal.Parameters.AddWithValue("at", clock.GetUtcNow());
            await seal.ExecuteNonQueryAsync(ct);
        }
    }

    internal static byte[] Seal(byte[] key, Guid organization, long seq, byte[] hash) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(string.Create(null, $"{organization:n} {seq} {Convert.ToHexStringLower(hash)}")));

    private async Task<List<(Guid Organization, long Seq, byte[] Hash)>> HeadsAsync(CancellationToken ct)
    {
        await using var heads = source.CreateCommand("select organization_id, seq, hash from kernel.audit_heads()");
        await using var reader = await heads.ExecuteReaderAsync(ct);
        var found = new List<(Guid, long, byte[])>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
        }

        return found;
    }
}
