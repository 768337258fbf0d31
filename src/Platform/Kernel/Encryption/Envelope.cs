using System.Security.Cryptography;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// What a sealed column holds: version, algorithm, key id, nonce, tag, ciphertext. The algorithm is AES-256-GCM (NIST SP 800-38D) with a
/// random nonce; a data key must be rotated before 2^32 values, as that publication asks.
/// </summary>
internal static class Envelope
{
    public const int KeyBytes = 32;
    public const int Overhead = HeaderBytes + NonceBytes + TagBytes;

    private const byte Version = 1;
    private const byte Aes256Gcm = 1;
    private const int HeaderBytes = 18;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, Guid keyId, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = Version;
        sealedBytes[1] = Aes256Gcm;
        keyId.TryWriteBytes(sealedBytes.AsSpan(2), bigEndian: true, out _);
        var nonce = sealedBytes.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(HeaderBytes + NonceBytes, TagBytes), context);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Not an envelope, another version, or changed since it was sealed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> context)
    {
        _ = KeyId(sealedBytes);
        var plain = new byte[sealedBytes.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedBytes.Slice(HeaderBytes, NonceBytes), sealedBytes[Overhead..], sealedBytes.Slice(HeaderBytes + NonceBytes, TagBytes), plain, context);
        return plain;
    }

    /// <exception cref="CryptographicException">Not an envelope, or another version.</exception>
    public static Guid KeyId(ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes.Length >= Overhead && sealedBytes[0] == Version && sealedBytes[1] == Aes256Gcm
            ? new Guid(sealedBytes.Slice(2, 16), bigEndian: true)
            : throw new CryptographicException("Not a sealed value, or sealed by a newer version.");
}
