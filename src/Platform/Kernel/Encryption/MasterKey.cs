using System.Security.Cryptography;
using System.Text;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// The keys of the installation, 32 bytes each: the present one and, while they are rotated, earlier ones. The present one wraps the data
/// keys of the organizations and is never used on data itself. Where they come from: <see cref="MasterKeyStore"/>.
/// </summary>
public sealed class MasterKey
{
    private readonly MasterKeyStore? store;
    private volatile RingKey[] ring;

    public MasterKey(byte[] key)
        : this([key], null)
    {
    }

    /// <param name="keys">The present key first, then earlier ones.</param>
    /// <param name="store">Where they are read again when another process has rotated them; null: nowhere.</param>
    public MasterKey(IReadOnlyList<byte[]> keys, MasterKeyStore? store)
    {
        this.store = store;
        ring = Ring(keys);
    }

    /// <summary>Public name of the present key: the beginning of its digest.</summary>
    public string Id => ring[0].Id;

    /// <summary>Names of the present key and of the earlier ones that are still known.</summary>
    public IReadOnlyList<string> Ids => [.. ring.Select(key => key.Id)];

    /// <summary>Public name of a key.</summary>
    public static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..16];

    /// <summary>A key for one purpose, derived from the present key by HKDF (RFC 5869).</summary>
    public byte[] Derive(string purpose) => ring[0].Derive(purpose);

    /// <summary>The same from the present key and from each earlier one, to open what was made before a rotation.</summary>
    public IEnumerable<byte[]> DeriveEach(string purpose) => ring.Select(key => key.Derive(purpose));

    /// <returns>Derived from the key of this name; null: it is not known here.</returns>
    public byte[]? DeriveFrom(string id, string purpose) => Array.Find(ring, key => key.Id == id)?.Derive(purpose);

    /// <summary>From the oldest key that is known: it changes when the old key is retired, and not before.</summary>
    internal byte[] DeriveFromOldest(string purpose) => ring[^1].Derive(purpose);

    /// <inheritdoc cref="DeriveFrom"/>
    /// <remarks>A name that is not known is looked for where the keys are kept: another process may have rotated them.</remarks>
    internal async ValueTask<byte[]?> FindAsync(string id, string purpose, CancellationToken ct)
    {
        if (DeriveFrom(id, purpose) is { } known)
        {
            return known;
        }

        await RefreshAsync(ct);
        return DeriveFrom(id, purpose);
    }

    /// <summary>Reads the keys again if they were changed where they are kept.</summary>
    internal async Task RefreshAsync(CancellationToken ct)
    {
        if (store is not null && await store.ReadAgainAsync(ct) is { } keys)
        {
            ring = Ring(keys);
        }
    }

    /// <summary>Puts a new key before the present one.</summary>
    /// <exception cref="PlatformSettingsException">The keys are not kept where a command can write.</exception>
    internal async Task AddAsync(byte[] key, CancellationToken ct) => await KeepAsync([key, .. ring.Select(known => known.Bytes)], ct);

    /// <summary>Forgets all keys but the present one.</summary>
    /// <exception cref="PlatformSettingsException">The keys are not kept where a command can write.</exception>
    internal Task ForgetEarlierAsync(CancellationToken ct) => KeepAsync([ring[0].Bytes], ct);

    /// <summary>Writes the keys down in another place.</summary>
    internal Task CopyToAsync(MasterKeyStore target, CancellationToken ct) => target.WriteAsync([.. ring.Select(key => key.Bytes)], ct);

    private async Task KeepAsync(IReadOnlyList<byte[]> keys, CancellationToken ct)
    {
        if (store is null)
        {
            throw new PlatformSettingsException("The master key comes from EARSHOT_MASTER_KEY. Make a new one with: openssl rand -base64 32 – and set EARSHOT_MASTER_KEY to NEW,OLD on every machine; when nothing is under the old one any more, to NEW.");
        }

        await store.WriteAsync(keys, ct);
        ring = Ring(keys);
    }

    private static RingKey[] Ring(IReadOnlyList<byte[]> keys) => keys is { Count: > 0 } && keys.All(key => key.Length == 32)
        ? [.. keys.Select(key => new RingKey(IdOf(key), key))]
        : throw new ArgumentException("The master key must be 32 bytes. Make one with: openssl rand -base64 32");

    private sealed record RingKey(string Id, byte[] Bytes)
    {
        public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Bytes, 32, info: Encoding.UTF8.GetBytes(purpose));
    }
}
