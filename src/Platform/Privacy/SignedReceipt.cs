using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.Platform.Privacy.Receipts;

namespace Earshot.Platform.Privacy;

/// <summary>What became of the check of a receipt.</summary>
/// <param name="Problem">Null: it is genuine. Else <c>not_a_receipt</c>, <c>not_canonical</c>, <c>other_key</c> or <c>changed</c>.</param>
/// <param name="KeyId">Key that it names.</param>
/// <param name="Body">What it says; null when it can't be read.</param>
public sealed record ReceiptVerdict(string? Problem, string? KeyId, JsonObject? Body)
{
    public bool IsGenuine => Problem is null;
}

/// <summary>
/// A receipt as a file: one line of canonical JSON with the statement, the signature (ECDSA P-256, SHA-256) and the public key. It can be
/// checked anywhere, without this installation and without a network.
/// </summary>
public sealed record SignedReceipt(string Body, byte[] PublicKey, byte[] Signature)
{
    private const string Algorithm = "ES256";

    /// <summary>Name of a public key: the first 16 hexadecimal digits of its SHA-256.</summary>
    public static string KeyIdOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];

    /// <summary>The file.</summary>
    public string Write() => CanonicalJson.Write(new JsonObject
    {
        ["algorithm"] = Algorithm,
        ["key"] = KeyIdOf(PublicKey),
        ["public_key"] = Convert.ToBase64String(PublicKey),
        ["receipt"] = JsonNode.Parse(Body),
        ["signature"] = Convert.ToBase64String(Signature),
    }) + "\n";

    /// <summary>Checks a file. Every byte counts: what is not written exactly as this program writes it is refused.</summary>
    /// <param name="file">Content of the file.</param>
    /// <param name="trusted">Public key that must have signed it (DER); null: the one in the file, whose id the reader compares.</param>
    public static ReceiptVerdict Verify(ReadOnlySpan<byte> file, byte[]? trusted)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
            return Check(text, JsonNode.Parse(text) as JsonObject, trusted);
        }
        catch (Exception bad) when (bad is JsonException or FormatException or ArgumentException or CryptographicException or InvalidOperationException)
        {
            return new ReceiptVerdict("not_a_receipt", null, null);
        }
    }

    private static ReceiptVerdict Check(string text, JsonObject? file, byte[]? trusted)
    {
        if (file?["receipt"] is not JsonObject body || file["algorithm"]?.GetValue<string>() != Algorithm || file.Count != 5)
        {
            return new ReceiptVerdict("not_a_receipt", null, null);
        }

        var id = file["key"]?.GetValue<string>();
        var key = Convert.FromBase64String(file["public_key"]?.GetValue<string>() ?? string.Empty);
        var signature = Convert.FromBase64String(file["signature"]?.GetValue<string>() ?? string.Empty);
        var problem = id != KeyIdOf(key) || (trusted is not null && !trusted.AsSpan().SequenceEqual(key)) ? "other_key"
            : new SignedReceipt(CanonicalJson.Write(body), key, signature).Write() != text ? "not_canonical"
            : IsSigned(CanonicalJson.Write(body), key, signature) ? null : "changed";
        return new ReceiptVerdict(problem, id, body);
    }

    internal static bool IsSigned(string body, byte[] publicKey, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(Encoding.UTF8.GetBytes(body), signature, HashAlgorithmName.SHA256);
    }
}
