using System.Text;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Exit;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.SubjectRequests;
using Earshot.Web.Layout;
using Earshot.Web.Pages.Privacy.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Privacy;

/// <summary>Files of the desk: a person's data, signed receipts; and the copy that the person takes by the private link.</summary>
internal static class DataEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var root in DeskPlace.Roots)
        {
            var desk = app.MapGroup(root).RequireAuthorization(Policies.ManagePrivacy);
            desk.MapGet("/requests/{id:guid}/export/{format}", ExportAsync);
            desk.MapGet("/requests/files/{id:guid}", PaperAsync);
            desk.MapGet("/receipts/{id:guid}", ReceiptAsync);
        }

        app.MapGet("/data/exit/export", TakeAll).RequireAuthorization(Policies.ManageOrganization);
        app.MapGet("/request/status/{token}/copy/{format}", CopyAsync).AllowAnonymous();
    }

    private static async Task<Results<FileContentHttpResult, NotFound<string>>> ExportAsync(Guid id, string format, OpenDesk open, Viewer viewer, CancellationToken ct)
    {
        if (!ExportPerson.Formats.Contains(format) || await DeskAsync(open, viewer, ct) is not { } desk)
        {
            return TypedResults.NotFound(string.Empty);
        }

        var found = await desk.RunAsync<ActOnRequest, Result<List<HeldRecord>>>(act => act.FindAsync(id, readsTexts: true, ct));
        return found.IsOk
            ? TypedResults.File(ExportPerson.Write(found.Value, format, viewer.Texts.Desk.StatusTitle), TypeOf(format), $"person-{id:n}.{format}")
            : TypedResults.NotFound(found.Failure?.Message ?? string.Empty);
    }

    private static PushStreamHttpResult TakeAll(ExportOrganization export, HttpContext http, CancellationToken ct)
    {
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true; // the headers of a ZIP archive are written so
        }

        return TypedResults.Stream(output => export.RunAsync(output, ct), "application/zip", "organization.zip");
    }

    // Never shown in place: what somebody sent may be a page with scripts.
    private static async Task<Results<FileContentHttpResult, NotFound<string>>> PaperAsync(Guid id, OpenDesk open, Viewer viewer, CancellationToken ct)
    {
        if (await DeskAsync(open, viewer, ct) is not { } desk)
        {
            return TypedResults.NotFound(string.Empty);
        }

        var file = await desk.RunAsync<KeepRequestFiles, Result<(string Name, byte[] Content)>>(files => files.ReadAsync(id, ct));
        return file.IsOk ? TypedResults.File(file.Value.Content, "application/octet-stream", file.Value.Name) : TypedResults.NotFound(file.Failure?.Message ?? string.Empty);
    }

    private static async Task<Results<FileContentHttpResult, NotFound<string>>> ReceiptAsync(Guid id, OpenDesk open, Viewer viewer, CancellationToken ct)
    {
        if (await DeskAsync(open, viewer, ct) is not { } desk)
        {
            return TypedResults.NotFound(string.Empty);
        }

        var file = await desk.RunAsync<ListErasureReceipts, Result<string>>(receipts => receipts.ReadAsync(id, ct));
        return file.IsOk
            ? TypedResults.File(Encoding.UTF8.GetBytes(file.Value), "application/json", $"receipt-{id:n}.json")
            : TypedResults.NotFound(file.Failure?.Message ?? string.Empty);
    }

    private static async Task<Results<FileContentHttpResult, NotFound<string>>> CopyAsync(string token, string format, OpenDesk open, Viewer viewer, CancellationToken ct)
    {
        var file = await open.AtTheDoor(null).RunAsync<FollowRequest, Result<byte[]>>(follow => follow.CopyAsync(token, format, viewer.Texts.Desk.StatusTitle, ct));
        return file.IsOk ? TypedResults.File(file.Value, TypeOf(format), $"my-data.{format}") : TypedResults.NotFound(file.Failure?.Message ?? string.Empty);
    }

    private static Task<Desk?> DeskAsync(OpenDesk open, Viewer viewer, CancellationToken ct) => open.RunAsync(DeskPlace.Of(viewer).IsOperators, ct);

    private static string TypeOf(string format) => format switch { "json" => "application/json", "csv" => "text/csv; charset=utf-8", _ => "text/html; charset=utf-8" };
}
