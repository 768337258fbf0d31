using System.Globalization;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Scoring.Alerts;
using Earshot.Web.Pages.Website;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Alerts;

/// <summary>Adding a rule and putting one away.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var alerts = app.MapGroup("/alerts").RequireAuthorization(Policies.EditScoring);
        alerts.MapPost("/rules", AddAsync);
        alerts.MapPost("/rules/{id:guid}/archive", ArchiveAsync);
    }

    private static async Task<RedirectHttpResult> AddAsync(HttpContext http, [AsParameters] RuleForm form, KeepAlertRules keep, SiteScope site, CancellationToken ct) =>
        Back(await keep.AddAsync(form.ToRule(await SiteEndpoints.AddressAsync(http, site, ct)), ct));

    private static async Task<RedirectHttpResult> ArchiveAsync(Guid id, [FromForm] string? ignored, KeepAlertRules keep, CancellationToken ct)
    {
        _ = ignored; // a form, so that its token against forgery is asked for
        return Back(await keep.ArchiveAsync(id, ct));
    }

    private static RedirectHttpResult Back(Result<Guid> result) => TypedResults.LocalRedirect(result.IsOk ? "/alerts" : $"/alerts?trouble={result.Failure?.Code}");

    private sealed record RuleForm(
        [FromForm] string? Kind, [FromForm] string? Flag, [FromForm] string? Times, [FromForm] string? Hours, [FromForm] string? Below, [FromForm] string? Department, [FromForm] string? Quiet)
    {
        public NewAlertRule ToRule(Uri site) => new(
            Kind ?? string.Empty, Flag, Whole(Times), Whole(Hours), double.TryParse(Below, NumberStyles.Float, CultureInfo.InvariantCulture, out var below) ? below : null,
            Guid.TryParse(Department, out var department) ? department : null, Whole(Quiet), site);

        // What is no number is out of bounds, and refused there.
        private static int Whole(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
