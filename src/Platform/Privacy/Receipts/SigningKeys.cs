using System.Security.Cryptography;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Privacy.Receipts;

/// <summary>
/// The key with which this installation signs receipts: ECDSA on P-256, made at first use, its private half sealed under the master key.
/// Every process reads the same one from the database.
/// </summary>
internal sealed class SigningKeys(NpgsqlDataSource source, MasterKey master, TimeProvider clock) : IDisposable, IMasterKeyHolder
{
    private const string Purpose = "receipt signing key";
    private readonly SemaphoreSlim reading = new(1, 1);
    private SigningKey? active;

    public async ValueTask<SigningKey> ActiveAsync(CancellationToken ct)
    {
        if (active is { } known)
        {
            return known;
        }

        await reading.WaitAsync(ct);
        try
        {
            return active ??= await ReadAsync(ct) ?? await MakeAsync(ct);
        }
        finally
        {
            reading.Release();
        }
    }

    public string Name => "signing keys";

    public async Task<long> RewrapAsync(NpgsqlDataSource owner, IProgress<long> progress, CancellationToken ct)
    {
        var moved = 0L;
        foreach (var (id, sealedKey) in await ListAsync(owner, ct))
        {
            if (TryOpen(master.Derive(Purpose), sealedKey) is not null)
            {
                continue;
            }

            var plain = master.DeriveEach(Purpose).Select(key => TryOpen(key, sealedKey)).FirstOrDefault(opened => opened is not null) ?? throw NotKnown();
            await using var update = owner.CreateCommand("update privacy.signing_keys set private_key = @sealed where id = @id");
            update.Parameters.AddWithValue("sealed", Envelope.Seal(master.Derive(Purpose), Guid.Empty, plain, "receipt key"u8));
            update.Parameters.AddWithValue("id", id);
            await update.ExecuteNonQueryAsync(ct);
            progress.Report(++moved);
        }

        return moved;
    }

    public void Dispose()
    {
        active?.Dispose();
        reading.Dispose();
    }

    private async Task<SigningKey?> ReadAsync(CancellationToken ct)
    {
        await using var select = source.CreateCommand("select private_key from privacy.signing_keys where retired_at is null");
        return await select.ExecuteScalarAsync(ct) is byte[] sealedKey
            ? new SigningKey(master.DeriveEach(Purpose).Select(key => TryOpen(key, sealedKey)).FirstOrDefault(plain => plain is not null) ?? throw NotKnown())
            : null;
    }

    // Two processes may make the first key at once: the unique index lets one win, and both read the winner.
    private async Task<SigningKey> MakeAsync(CancellationToken ct)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = made.ExportSubjectPublicKeyInfo();
        await using var insert = source.CreateCommand(
            "insert into privacy.signing_keys (id, public_key, private_key, created_at) values (@id, @public, @private, @now) on conflict do nothing");
        insert.Parameters.AddWithValue("id", SignedReceipt.KeyIdOf(publicKey));
        insert.Parameters.AddWithValue("public", publicKey);
        insert.Parameters.AddWithValue("private", Envelope.Seal(master.Derive(Purpose), Guid.Empty, made.ExportPkcs8PrivateKey(), "receipt key"u8));
        insert.Parameters.AddWithValue("now", clock.GetUtcNow());
        await insert.ExecuteNonQueryAsync(ct);
        return await ReadAsync(ct) ?? throw new InvalidOperationException("The key of the receipts could not be made.");
    }

    private static byte[]? TryOpen(byte[] key, byte[] sealedKey)
    {
        try
        {
            return Envelope.Open(key, sealedKey, "receipt key"u8);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // under another master key
        }
    }

    private static CryptographicException NotKnown() => new("The key of the receipts was sealed under a master key that is not known here.");

    private static async Task<List<(string Id, byte[] Sealed)>> ListAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select id, private_key from privacy.signing_keys");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var rows = new List<(string, byte[])>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }
}

/// <summary>A private key in memory. Signing is safe from several threads: each has its own handle.</summary>
internal sealed class SigningKey : IDisposable
{
    private readonly ThreadLocal<ECDsa> handles;

    public SigningKey(byte[] privateKey)
    {
        handles = new ThreadLocal<ECDsa>(() => Import(privateKey), trackAllValues: true);
        PublicKey = handles.Value?.ExportSubjectPublicKeyInfo() ?? [];
        Id = SignedReceipt.KeyIdOf(PublicKey);
    }

    public string Id { get; }

    public byte[] PublicKey { get; }

    public byte[] Sign(byte[] text) => handles.Value?.SignData(text, HashAlgorithmName.SHA256) ?? throw new ObjectDisposedException(nameof(SigningKey));

    public void Dispose()
    {
        foreach (var handle in handles.Values)
        {
            handle.Dispose();
        }

        handles.Dispose();
    }

    private static ECDsa Import(byte[] privateKey)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        return key;
    }
}
