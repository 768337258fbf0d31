using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>VK ID (OAuth 2.1): PKCE is a must, and <c>device_id</c> of the way back goes into the exchange. Tokens are used once and not kept.</summary>
internal sealed class VkId(SignOnWire wire) : ISignOnDialect
{
    public SignOnKind Kind => SignOnKind.Vk;

    public Task<Result<Uri>> BeginAsync(SignOnProvider provider, SignOnFlow flow, Uri redirect, CancellationToken ct) =>
        Task.FromResult<Result<Uri>>(new Uri(QueryHelpers.AddQueryString(new Uri(provider.Authority, "authorize").ToString(), new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = provider.ClientId, ["redirect_uri"] = redirect.ToString(), ["state"] = flow.State,
            ["scope"] = "vkid.personal_info email", ["code_challenge"] = flow.Challenge, ["code_challenge_method"] = "S256",
        })));

    public async Task<Result<OutsidePerson>> FinishAsync(SignOnProvider provider, SignOnFlow flow, SignOnAnswer answer, CancellationToken ct)
    {
        if (answer.Device is not { Length: > 0 } device || await ExchangeAsync(provider, flow, answer, device, ct) is not { } token)
        {
            return AccountFailures.SignOnFailed;
        }

        var form = new Dictionary<string, string> { ["client_id"] = provider.ClientId, ["access_token"] = token };
        return await wire.PostAsync(provider, new Uri(provider.Authority, "oauth2/user_info"), form, withBasic: false, ct) is { } told
            && told.TryGetProperty("user", out var user) && SignOnWire.Text(user, "user_id") is { } id
            ? new OutsidePerson(id, null, $"{SignOnWire.Text(user, "first_name")} {SignOnWire.Text(user, "last_name")}".Trim(), SignOnWire.Text(user, "email"))
            : AccountFailures.SignOnFailed;
    }

    // The answer repeats the state: another one is not ours.
    private async Task<string?> ExchangeAsync(SignOnProvider provider, SignOnFlow flow, SignOnAnswer answer, string device, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = answer.Code, ["code_verifier"] = flow.Verifier, ["client_id"] = provider.ClientId,
            ["device_id"] = device, ["redirect_uri"] = answer.Redirect.ToString(), ["state"] = flow.State,
        };
        return await wire.PostAsync(provider, new Uri(provider.Authority, "oauth2/auth"), form, withBasic: false, ct) is { } granted && flow.IsState(SignOnWire.Text(granted, "state"))
            ? SignOnWire.Text(granted, "access_token")
            : null;
    }
}
