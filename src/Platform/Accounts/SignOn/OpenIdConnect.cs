using System.Text.Json;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Any OpenID Connect provider: discovery, authorization code with PKCE and nonce, an ID token that is verified against the provider's keys.</summary>
internal sealed class OpenIdConnect(SignOnWire wire, OpenIdMetadata metadata, TimeProvider clock) : ISignOnDialect
{
    public SignOnKind Kind => SignOnKind.OpenId;

    public async Task<Result<Uri>> BeginAsync(SignOnProvider provider, SignOnFlow flow, Uri redirect, CancellationToken ct)
    {
        if (await metadata.FindAsync(provider, ct) is not { } found)
        {
            return AccountFailures.SignOnFailed;
        }

        return new Uri(QueryHelpers.AddQueryString(found.Authorize.ToString(), new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = provider.ClientId, ["redirect_uri"] = redirect.ToString(), ["scope"] = "openid email profile",
            ["state"] = flow.State, ["nonce"] = flow.Nonce, ["code_challenge"] = flow.Challenge, ["code_challenge_method"] = "S256",
        }));
    }

    public async Task<Result<OutsidePerson>> FinishAsync(SignOnProvider provider, SignOnFlow flow, SignOnAnswer answer, CancellationToken ct)
    {
        if (await metadata.FindAsync(provider, ct) is not { } found || await ExchangeAsync(provider, found, flow, answer, ct) is not { } token)
        {
            return AccountFailures.SignOnFailed;
        }

        var expected = new ExpectedToken(found.Issuer, provider.ClientId, flow.Nonce, clock.GetUtcNow());
        return IdToken.Read(token) is { } read && await metadata.KeyAsync(provider, read.KeyId, read.Algorithm, ct) is { } key && read.Verify(key, expected) is { } claims
            ? Read(claims)
            : AccountFailures.SignOnFailed;
    }

    private async Task<string?> ExchangeAsync(SignOnProvider provider, OpenIdEndpoints found, SignOnFlow flow, SignOnAnswer answer, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = answer.Code, ["code_verifier"] = flow.Verifier, ["redirect_uri"] = answer.Redirect.ToString(),
        };
        if (!found.TakesBasic || provider.ClientSecret is null)
        {
            form["client_id"] = provider.ClientId;
            form["client_secret"] = provider.ClientSecret ?? "";
        }

        return await wire.PostAsync(provider, found.Token, form, found.TakesBasic, ct) is { } granted ? SignOnWire.Text(granted, "id_token", longest: 16_000) : null;
    }

    private static OutsidePerson Read(JsonElement claims) => new(
        SignOnWire.Text(claims, "sub") ?? throw new InvalidOperationException("Verified without a subject."),
        SignOnWire.Text(claims, "preferred_username") ?? SignOnWire.Text(claims, "email"), SignOnWire.Text(claims, "name"), SignOnWire.Text(claims, "email"));
}
