using System.Collections.Concurrent;
using System.Text.Json;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>What discovery tells of a provider.</summary>
/// <param name="TakesBasic">The token endpoint takes client and secret as Basic authentication.</param>
public sealed record OpenIdEndpoints(string Issuer, Uri Authorize, Uri Token, Uri Keys, bool TakesBasic);

/// <summary>Discovery documents and keys of OpenID providers, kept for an hour; an unknown key is looked for again, once a minute at most.</summary>
public sealed class OpenIdMetadata(SignOnWire wire, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (OpenIdEndpoints Endpoints, DateTimeOffset At)> endpoints = [];
    private readonly ConcurrentDictionary<string, (IReadOnlyList<OpenIdKey> Keys, DateTimeOffset At)> keys = [];

    internal async Task<OpenIdEndpoints?> FindAsync(SignOnProvider provider, CancellationToken ct)
    {
        if (endpoints.TryGetValue(Id(provider), out var kept) && clock.GetUtcNow() - kept.At < Kept)
        {
            return kept.Endpoints;
        }

        if (await wire.GetAsync(provider, Discovery(provider.Authority), ct) is not { } document || Read(document, provider.Authority) is not { } found)
        {
            return null;
        }

        endpoints[Id(provider)] = (found, clock.GetUtcNow());
        return found;
    }

    internal async Task<OpenIdKey?> KeyAsync(SignOnProvider provider, string? id, string algorithm, CancellationToken ct)
    {
        var kept = keys.TryGetValue(Id(provider), out var found) ? found : default;
        var age = clock.GetUtcNow() - kept.At;
        if (age < Kept && (OpenIdKey.Pick(kept.Keys ?? [], id, algorithm) is { } known))
        {
            return known;
        }

        return age < Again || await LoadAsync(provider, ct) is not { } loaded ? null : OpenIdKey.Pick(loaded, id, algorithm);
    }

    private async Task<IReadOnlyList<OpenIdKey>?> LoadAsync(SignOnProvider provider, CancellationToken ct)
    {
        if (await FindAsync(provider, ct) is not { } known || await wire.GetAsync(provider, known.Keys, ct) is not { } document)
        {
            return null;
        }

        var loaded = OpenIdKey.ReadAll(document);
        keys[Id(provider)] = (loaded, clock.GetUtcNow());
        return loaded;
    }

    private static string Id(SignOnProvider provider) => $"{provider.Name} {provider.Authority}";

    private static Uri Discovery(Uri issuer) => new(issuer.ToString().TrimEnd('/') + "/.well-known/openid-configuration");

    // OpenID Connect Discovery 1.0, 4.3: the document must name the issuer that was asked.
    private static OpenIdEndpoints? Read(JsonElement document, Uri authority)
    {
        var methods = document.TryGetProperty("token_endpoint_auth_methods_supported", out var list) && list.ValueKind is JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.ToString())]
            : new List<string> { "client_secret_basic" };
        return SignOnWire.Text(document, "issuer") is { } issuer && issuer.TrimEnd('/') == authority.ToString().TrimEnd('/')
            && Address(document, "authorization_endpoint") is { } authorize && Address(document, "token_endpoint") is { } token && Address(document, "jwks_uri") is { } keys
            ? new OpenIdEndpoints(issuer, authorize, token, keys, methods.Contains("client_secret_basic"))
            : null;
    }

    private static Uri? Address(JsonElement document, string name) =>
        Uri.TryCreate(SignOnWire.Text(document, name), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}
