using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Earshot.Web.Doubles;

/// <summary>A key with versions, as key services keep them: seals with the newest, opens with each that was not destroyed.</summary>
internal sealed class KeyVersions
{
    private readonly ConcurrentDictionary<int, byte[]> versions = new() { [1] = RandomNumberGenerator.GetBytes(32) };

    public int Newest { get; private set; } = 1;

    public void Rotate() => versions[++Newest] = RandomNumberGenerator.GetBytes(32);

    public void Destroy(int version) => versions.TryRemove(version, out _);

    public byte[] Seal(byte[] plain, byte[] context)
    {
        var result = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(versions[Newest], 16);
        aes.Encrypt(result.AsSpan(0, 12), plain, result.AsSpan(28), result.AsSpan(12, 16), context);
        return result;
    }

    /// <returns>Null: another context, another key, changed, or the version is gone.</returns>
    public byte[]? Open(int version, ReadOnlySpan<byte> text, byte[] context)
    {
        if (text.Length < 28 || !versions.TryGetValue(version, out var key))
        {
            return null;
        }

        try
        {
            var plain = new byte[text.Length - 28];
            using var aes = new AesGcm(key, 16);
            aes.Decrypt(text[..12], text[28..], text.Slice(12, 16), plain, context);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <returns>The bytes of a base64 field; null: absent or not base64.</returns>
    public static byte[]? Base64(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : null;
    }
}
