using Earshot.Platform.Accounts.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>The way out to a provider and the way back: navigations of a browser, so a refusal leads to a page that shows it.</summary>
internal static class SignOnRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.MapGroup("/sign-on").AllowAnonymous();
        open.MapGet("/{provider}", BeginAsync);
        open.MapGet("/callback", FinishAsync);
        routes.MapGroup("/sign-on").RequireAuthorization(Policies.SignedIn).MapGet("/{provider}/link", LinkAsync);
    }

    private static async Task<RedirectHttpResult> BeginAsync(
        string provider, BeginSignOn slice, HttpContext http, CancellationToken ct, string? @return = null, string? invitation = null)
    {
        var address = await slice.SignInAsync(provider, Local(@return), invitation is { Length: 64 } ? invitation : null, http, ct);
        return address.IsOk ? TypedResults.Redirect(address.Value.AbsoluteUri) : Door(address.Failure?.Code);
    }

    private static async Task<RedirectHttpResult> LinkAsync(string provider, BeginSignOn slice, HttpContext http, CancellationToken ct)
    {
        var address = await slice.LinkAsync(provider, http, ct);
        return address.IsOk ? TypedResults.Redirect(address.Value.AbsoluteUri) : TypedResults.LocalRedirect($"/settings?tab=security&failed={address.Failure?.Code}");
    }

    private static async Task<RedirectHttpResult> FinishAsync(
        FinishSignOn slice, Actor actor, HttpContext http, CancellationToken ct, string? code = null, string? state = null, string? error = null, string? device_id = null)
    {
        var outcome = await slice.RunAsync(new SignOnCallback(code, state, error, device_id), http, ct);
        if (!outcome.IsOk)
        {
            return actor.IsSignedIn ? TypedResults.LocalRedirect($"/settings?tab=security&failed={outcome.Failure?.Code}") : Door(outcome.Failure?.Code);
        }

        if (outcome.Value.Session is { } session)
        {
            await SessionCookie.WriteAsync(http, session);
        }

        return TypedResults.LocalRedirect(outcome.Value.Path);
    }

    private static RedirectHttpResult Door(string? failure) => TypedResults.LocalRedirect($"/sign-in?failed={failure}");

    private static string? Local(string? path) => path is ['/', ..] and not ['/', '/' or '\\', ..] && path.All(c => c is > ' ' and < (char)127) ? path : null;
}
