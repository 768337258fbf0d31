using System.Globalization;
using Earshot.Platform.Accounts;
using Earshot.Platform.Privacy.AuditTrail;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Audit;

/// <summary>The export button of the audit page: a signed file of JSON lines.</summary>
internal static class ExportEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/audit/export", ExportAsync).RequireAuthorization(Policies.ReadAudit);

    private static async Task ExportAsync(HttpContext http, ExportAudit slice, TimeProvider clock, CancellationToken ct, [FromForm] string? from = null, [FromForm] string? to = null)
    {
        http.Response.ContentType = "application/jsonl; charset=utf-8";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=audit-{clock.GetUtcNow():yyyy-MM-dd}.jsonl");
        await slice.RunAsync(Day(from), Day(to), http.Response.Body, ct);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
