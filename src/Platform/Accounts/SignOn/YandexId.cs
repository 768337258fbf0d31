using System.Net.Http.Headers;
using System.Text.Json;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Yandex ID (yandex.ru/dev/id): authorization code with PKCE; the profile asks for <c>Authorization: OAuth</c>, not Bearer.</summary>
internal sealed class YandexId(SignOnWire wire) : ISignOnDialect
{
    public SignOnKind Kind => SignOnKind.Yandex;

    public Task<Result<Uri>> BeginAsync(SignOnProvider provider, SignOnFlow flow, Uri redirect, CancellationToken ct) =>
        Task.FromResult<Result<Uri>>(new Uri(QueryHelpers.AddQueryString(new Uri(provider.Authority, "authorize").ToString(), new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = provider.ClientId, ["redirect_uri"] = redirect.ToString(), ["state"] = flow.State,
            ["scope"] = "login:email login:info", ["code_challenge"] = flow.Challenge, ["code_challenge_method"] = "S256",
        })));

    public async Task<Result<OutsidePerson>> FinishAsync(SignOnProvider provider, SignOnFlow flow, SignOnAnswer answer, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = answer.Code, ["code_verifier"] = flow.Verifier };
        if (await wire.PostAsync(provider, new Uri(provider.Authority, "token"), form, withBasic: true, ct) is not { } granted || SignOnWire.Text(granted, "access_token") is not { } token)
        {
            return AccountFailures.SignOnFailed;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString((provider.Profile ?? provider.Authority).ToString(), "format", "json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("OAuth", token);
        return await wire.AskAsync(provider, request, ct) is { } profile && SignOnWire.Text(profile, "id") is { } id ? Read(profile, id) : AccountFailures.SignOnFailed;
    }

    private static OutsidePerson Read(JsonElement profile, string id) =>
        new(id, SignOnWire.Text(profile, "login"), SignOnWire.Text(profile, "real_name") ?? SignOnWire.Text(profile, "display_name"), SignOnWire.Text(profile, "default_email"));
}
