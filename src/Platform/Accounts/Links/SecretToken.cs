using System.Buffers.Text;
using System.Security.Cryptography;

namespace Earshot.Platform.Accounts.Links;

/// <summary>
/// 256 random bits followed by the id of the organization, so that the holder can be looked up within it and nowhere else. Only the
/// digest is stored; the secret has full entropy, so a fast digest is enough.
/// </summary>
internal readonly record struct SecretToken(string Text, Guid Organization, byte[] Hash)
{
    private const int SecretBytes = 32;
    private const int Bytes = SecretBytes + 16;

    public static SecretToken New(Guid organization)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes[..SecretBytes]);
        organization.TryWriteBytes(bytes[SecretBytes..], bigEndian: true, out _);
        return new SecretToken(Base64Url.EncodeToString(bytes), organization, SHA256.HashData(bytes));
    }

    public static SecretToken? Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        return text.Length == 64 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == Bytes
            ? new SecretToken(text.ToString(), new Guid(bytes[SecretBytes..], bigEndian: true), SHA256.HashData(bytes))
            : null;
    }

    public override string ToString() => "secret";
}
