using Earshot.Platform.Accounts;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Scoring.Reports;
using Earshot.Web.Pages.Website;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Dashboards;

/// <summary>Subscribing to a dashboard by letter, and stopping it: on the page, or with the link of the letter.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/dashboards/letters").RequireAuthorization(Policies.ReadReports);
        own.MapPost("/", SubscribeAsync);
        own.MapPost("/{id:guid}/stop", StopAsync);
        app.MapPost("/reports/stop", LeaveAsync).AllowAnonymous().DisableAntiforgery(); // one click from a mail program (RFC 8058): the token is the proof
    }

    private static async Task<RedirectHttpResult> SubscribeAsync(HttpContext http, [FromForm] string? rhythm, SubscribeReport subscribe, SiteScope site, CancellationToken ct)
    {
        var address = DashboardAddress.Read(http.Request.Query);
        var wish = new ReportWish(rhythm ?? string.Empty, address.Agent, address.Department, address.Card, await SiteEndpoints.AddressAsync(http, site, ct));
        var made = await subscribe.RunAsync(wish, ct);
        var back = address.To("/dashboards", address.Agent);
        return TypedResults.LocalRedirect(made.IsOk ? $"{back}#letters" : $"{back}&trouble={made.Failure?.Code}");
    }

    private static async Task<RedirectHttpResult> StopAsync(Guid id, [FromForm] string? ignored, SubscribeReport subscribe, CancellationToken ct)
    {
        _ = ignored; // a form, so that its token against forgery is asked for
        await subscribe.StopAsync(id, ct);
        return TypedResults.LocalRedirect("/dashboards#letters");
    }

    // A mail program looks at the status alone; a person is shown a page.
    private static async Task<IResult> LeaveAsync(HttpContext http, [FromQuery] string? token, LeaveReport leave, CancellationToken ct)
    {
        var left = await leave.RunAsync(token, ct);
        var isPerson = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        return isPerson ? TypedResults.LocalRedirect(left ? "/reports/leave?done=left" : "/reports/leave?done=no") : left ? TypedResults.Ok() : TypedResults.NotFound();
    }
}
