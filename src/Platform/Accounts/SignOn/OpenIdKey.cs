using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>A public key of a provider (RFC 7517): RSA of 2048 bits or more, or a point on P-256. Anything else is passed over.</summary>
internal sealed record OpenIdKey(string? Id, string? Algorithm, RSAParameters? Rsa, ECParameters? Curve)
{
    public static IReadOnlyList<OpenIdKey> ReadAll(JsonElement document) =>
        document.TryGetProperty("keys", out var keys) && keys.ValueKind is JsonValueKind.Array ? [.. keys.EnumerateArray().Select(Read).OfType<OpenIdKey>()] : [];

    /// <summary>The key that a token names; where it names none, the only one that fits.</summary>
    public static OpenIdKey? Pick(IReadOnlyList<OpenIdKey> keys, string? id, string algorithm)
    {
        var fitting = keys.Where(key => key.Fits(algorithm) && (id is null || key.Id == id)).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    public bool IsSigned(string algorithm, byte[] signed, byte[] signature)
    {
        if (Rsa is { } modulus)
        {
            using var rsa = RSA.Create(modulus);
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, algorithm == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create(Curve ?? default);
        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private bool Fits(string algorithm) => (Algorithm is null || Algorithm == algorithm) && (algorithm == "ES256" ? Curve is not null : Rsa is not null);

    private static OpenIdKey? Read(JsonElement key)
    {
        if (key.ValueKind is not JsonValueKind.Object || SignOnWire.Text(key, "use") is { } use and not "sig")
        {
            return null;
        }

        var (id, algorithm) = (SignOnWire.Text(key, "kid"), SignOnWire.Text(key, "alg"));
        return SignOnWire.Text(key, "kty") switch
        {
            "RSA" when Bytes(key, "n") is { Length: >= 256 } n && Bytes(key, "e") is { Length: > 0 } e => new OpenIdKey(id, algorithm, new RSAParameters { Modulus = n, Exponent = e }, null),
            "EC" when SignOnWire.Text(key, "crv") == "P-256" && Bytes(key, "x") is { Length: 32 } x && Bytes(key, "y") is { Length: 32 } y =>
                new OpenIdKey(id, algorithm, null, new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } }),
            _ => null,
        };
    }

    private static byte[]? Bytes(JsonElement key, string name) =>
        SignOnWire.Text(key, name, longest: 4000) is { } text && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
