using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>What a token must say to be ours.</summary>
internal sealed record ExpectedToken(string Issuer, string ClientId, string Nonce, DateTimeOffset Now);

/// <summary>
/// An ID token (OpenID Connect Core 1.0, 3.1.3.7). Only asymmetric signatures count: <c>none</c> and shared secrets are refused before
/// anything is looked at.
/// </summary>
internal sealed class IdToken
{
    private static readonly string[] Algorithms = ["RS256", "PS256", "ES256"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(15);

    private readonly byte[] signed;
    private readonly byte[] signature;
    private readonly JsonElement claims;

    private IdToken(JsonElement header, JsonElement claims, byte[] signed, byte[] signature)
    {
        Algorithm = SignOnWire.Text(header, "alg") ?? "";
        KeyId = SignOnWire.Text(header, "kid");
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    public string Algorithm { get; }

    public string? KeyId { get; }

    /// <returns>The token, unverified; null when it is none, or is signed in a way that is not taken.</returns>
    public static IdToken? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || parts.Any(part => !Base64Url.IsValid(part)))
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var token = new IdToken(header.RootElement.Clone(), body.RootElement.Clone(), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]));
            return Algorithms.Contains(token.Algorithm) && token.claims.ValueKind is JsonValueKind.Object ? token : null;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>What the provider says; null unless signature, issuer, audience, nonce and times all hold.</returns>
    public JsonElement? Verify(OpenIdKey key, ExpectedToken expected)
    {
        try
        {
            return key.IsSigned(Algorithm, signed, signature) && IsFor(expected) && IsInTime(expected.Now) ? claims : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private bool IsFor(ExpectedToken expected) =>
        SignOnWire.Text(claims, "iss") == expected.Issuer && SignOnWire.Text(claims, "sub") is not null && SignOnWire.Text(claims, "nonce") == expected.Nonce
        && IsAudience(expected.ClientId);

    private bool IsAudience(string client)
    {
        if (!claims.TryGetProperty("aud", out var audience))
        {
            return false;
        }

        var all = audience.ValueKind is JsonValueKind.Array ? [.. audience.EnumerateArray().Select(item => item.ToString())] : new List<string> { audience.ToString() };
        return all.Contains(client) && (all.Count == 1 ? SignOnWire.Text(claims, "azp") is null || SignOnWire.Text(claims, "azp") == client : SignOnWire.Text(claims, "azp") == client);
    }

    private bool IsInTime(DateTimeOffset now) =>
        Moment("exp") is { } expires && expires > now - Skew && Moment("iat") is { } issued && issued < now + Skew && issued > now - Oldest && !(Moment("nbf") > now + Skew);

    private DateTimeOffset? Moment(string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 1e11
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
}
