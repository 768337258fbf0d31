using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Earshot.Platform.Privacy.Receipts;

namespace Earshot.Platform.Privacy;

/// <summary>A signature, and the key that made it.</summary>
public sealed record ReceiptSignature(string KeyId, byte[] Signature);

/// <summary>Signs what this installation states about its erasures.</summary>
public sealed class SignReceipt
{
    private readonly SigningKeys keys;

    internal SignReceipt(SigningKeys keys) => this.keys = keys;

    /// <summary>Signs a statement as <see cref="Canonical"/> writes it.</summary>
    public async Task<ReceiptSignature> RunAsync(JsonObject body, CancellationToken ct)
    {
        var key = await keys.ActiveAsync(ct);
        return new ReceiptSignature(key.Id, key.Sign(Encoding.UTF8.GetBytes(Canonical(body))));
    }

    /// <summary>Public half of the key that signs now: SubjectPublicKeyInfo, DER.</summary>
    public async Task<byte[]> PublicKeyAsync(CancellationToken ct) => (await keys.ActiveAsync(ct)).PublicKey;

    /// <summary>The bytes of a statement, as text.</summary>
    public static string Canonical(JsonObject body) => CanonicalJson.Write(body);

    /// <summary>A moment as receipts write it, to the microsecond that the database keeps.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
