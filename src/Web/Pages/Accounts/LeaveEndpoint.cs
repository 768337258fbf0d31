using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Accounts;

/// <summary>The sign-out button of the shell.</summary>
internal static class LeaveEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", LeaveAsync).RequireAuthorization(Policies.SignedIn).WithMetadata(new Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryTokenAttribute());

    private static async Task<RedirectHttpResult> LeaveAsync(SignOut slice, HttpContext http, CancellationToken ct)
    {
        await slice.RunAsync(ct);
        await SessionCookie.ClearAsync(http);
        return TypedResults.LocalRedirect("/sign-in");
    }
}
