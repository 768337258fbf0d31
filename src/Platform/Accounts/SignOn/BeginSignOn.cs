using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Http;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Sends a person to a provider: to sign in, to join by an invitation, or to link an account there to the one here.</summary>
public sealed class BeginSignOn(FindProvider find, IEnumerable<ISignOnDialect> dialects, SignOnCookies cookies, Actor actor, ConfirmIdentity confirm)
{
    internal const string CallbackPath = "/sign-on/callback";

    /// <param name="name">Of the provider.</param>
    /// <param name="back">Where the person wants to go afterwards.</param>
    /// <param name="invitation">The token of a link, on joining.</param>
    public async Task<Result<Uri>> SignInAsync(string name, string? back, string? invitation, HttpContext http, CancellationToken ct) =>
        actor.IsSignedIn ? AccountFailures.AlreadySignedIn : await GoAsync(name, SignOnFlow.New(name, back, null, invitation), http, ct);

    /// <summary>
    /// Links an account. Only a page of ours may begin it (browsers say so), and only in a fresh session: otherwise another site could make
    /// a signed-in browser link the attacker's account.
    /// </summary>
    public async Task<Result<Uri>> LinkAsync(string name, HttpContext http, CancellationToken ct)
    {
        if (http.Request.Headers["Sec-Fetch-Site"] != "same-origin" || !await confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        return await GoAsync(name, SignOnFlow.New(name, null, actor.RequireUser(), null), http, ct);
    }

    internal static Uri Redirect(HttpContext http) => new($"{http.Request.Scheme}://{http.Request.Host}{CallbackPath}");

    private async Task<Result<Uri>> GoAsync(string name, SignOnFlow flow, HttpContext http, CancellationToken ct)
    {
        if (await find.RunAsync(name, ct) is not { } provider)
        {
            return AccountFailures.SignOnUnknown;
        }

        var address = await dialects.Single(dialect => dialect.Kind == provider.Kind).BeginAsync(provider, flow, Redirect(http), ct);
        if (address.IsOk)
        {
            cookies.Keep(http, flow);
        }

        return address;
    }
}
