using System.Security.Cryptography;
using Npgsql;

namespace Earshot.Platform.Privacy;

/// <summary>Public keys of this installation: the one that signs now, and those that signed before.</summary>
public sealed class FindPublicKey(NpgsqlDataSource source, SignReceipt sign)
{
    /// <returns>The key in DER; null when this installation never had it.</returns>
    public async Task<byte[]?> RunAsync(string id, CancellationToken ct)
    {
        await using var select = source.CreateCommand("select public_key from privacy.signing_keys where id = @id");
        select.Parameters.AddWithValue("id", id);
        return await select.ExecuteScalarAsync(ct) as byte[];
    }

    /// <returns>The key that signs now, as a PEM file.</returns>
    public async Task<string> PemAsync(CancellationToken ct)
    {
        var key = await sign.PublicKeyAsync(ct);
        return PemEncoding.WriteString("PUBLIC KEY", key) + "\n";
    }
}
