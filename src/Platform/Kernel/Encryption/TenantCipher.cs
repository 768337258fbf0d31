using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// Seals personal columns with the keys of their organization (AES-256-GCM). A sealed value opens only for the organization, purpose
/// and row that it was sealed for: <c>purpose</c> is the column, for example <c>calls.customer_phone</c>; <c>rowId</c> is the row's id.
/// Thread-safe; keys stay in memory for five minutes.
/// </summary>
public sealed class TenantCipher
{
    /// <summary>Stands in for the organization where data belongs to the installation, such as the index of sign-in e-mails.</summary>
    public static readonly Guid Installation = Guid.Empty;

    private readonly ConcurrentDictionary<Guid, TenantKeys> cache = new();
    private readonly TenantKeyStore store;
    private readonly TimeProvider clock;

    /// <param name="source">Connections of the application role, or of the database's owner.</param>
    /// <param name="master">Wraps the keys.</param>
    /// <param name="clock">Tells when keys leave the memory.</param>
    public TenantCipher(NpgsqlDataSource source, MasterKey master, TimeProvider clock)
    {
        store = new TenantKeyStore(source, master, clock);
        this.clock = clock;
    }

    public ValueTask<byte[]> SealAsync(Guid organization, string purpose, Guid rowId, string plain, CancellationToken ct) =>
        SealAsync(organization, purpose, rowId, Encoding.UTF8.GetBytes(plain), ct);

    public async ValueTask<byte[]> SealAsync(Guid organization, string purpose, Guid rowId, ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        var keys = await KeysAsync(organization, ct);
        return Envelope.Seal(keys.Active, keys.ActiveId, plain.Span, Context(organization, purpose, rowId));
    }

    /// <exception cref="CryptographicException">Sealed for another organization, purpose or row, or changed since.</exception>
    /// <exception cref="TenantKeysDestroyedException">The organization's keys were destroyed.</exception>
    public async ValueTask<string> OpenTextAsync(Guid organization, string purpose, Guid rowId, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct) =>
        Encoding.UTF8.GetString(await OpenAsync(organization, purpose, rowId, sealedBytes, ct));

    /// <inheritdoc cref="OpenTextAsync"/>
    public async ValueTask<byte[]> OpenAsync(Guid organization, string purpose, Guid rowId, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct)
    {
        var id = Envelope.KeyId(sealedBytes.Span);
        var key = (await KeysAsync(organization, ct)).Find(id) ?? await FindAgainAsync(organization, id, ct);
        return Envelope.Open(key, sealedBytes.Span, Context(organization, purpose, rowId));
    }

    /// <summary>
    /// A digest that finds equal values without opening them: HMAC-SHA256 under a key of the organization and purpose. Give the value in
    /// its normal form. Survives rotation of data keys.
    /// </summary>
    public async ValueTask<byte[]> BlindIndexAsync(Guid organization, string purpose, string value, CancellationToken ct) =>
        HMACSHA256.HashData(await DeriveAsync(organization, $"blind index {purpose}", ct), Encoding.UTF8.GetBytes(value));

    /// <summary>A secret of the organization for one purpose (HKDF, RFC 5869); survives rotation of data keys.</summary>
    public async ValueTask<byte[]> DeriveAsync(Guid organization, string purpose, CancellationToken ct)
    {
        var keys = await KeysAsync(organization, ct);
        var key = new byte[Envelope.KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Derive, key, [], Encoding.UTF8.GetBytes(purpose));
        return key;
    }

    /// <summary>New values are sealed with a new key from now on; old ones stay readable.</summary>
    public async Task RotateAsync(Guid organization, CancellationToken ct)
    {
        await store.RotateAsync(organization, ct);
        cache.TryRemove(organization, out _);
    }

    /// <summary>Makes everything that was sealed for the organization unreadable, for good. Other processes notice within five minutes.</summary>
    public async Task DestroyAsync(Guid organization, CancellationToken ct)
    {
        await store.DestroyAsync(organization, ct);
        cache.TryRemove(organization, out _);
    }

    private async ValueTask<TenantKeys> KeysAsync(Guid organization, CancellationToken ct) =>
        cache.TryGetValue(organization, out var kept) && kept.Expires > clock.GetUtcNow() ? kept : await ReadAsync(organization, ct);

    private async Task<TenantKeys> ReadAsync(Guid organization, CancellationToken ct) =>
        cache[organization] = await store.ReadAsync(organization, ct);

    // Another process may have rotated the key since the cache was filled.
    private async Task<byte[]> FindAgainAsync(Guid organization, Guid keyId, CancellationToken ct) =>
        (await ReadAsync(organization, ct)).Find(keyId) ?? throw new CryptographicException($"The data key {keyId} of organization {organization} is not known.");

    private static byte[] Context(Guid organization, string purpose, Guid rowId)
    {
        var text = Encoding.UTF8.GetByteCount(purpose);
        var context = new byte[32 + text];
        organization.TryWriteBytes(context, bigEndian: true, out _);
        rowId.TryWriteBytes(context.AsSpan(16), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(purpose, context.AsSpan(32));
        return context;
    }
}
