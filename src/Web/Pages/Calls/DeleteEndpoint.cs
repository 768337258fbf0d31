using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.Delete;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Calls;

/// <summary>The confirmed deletion on the page of a call.</summary>
internal static class DeleteEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/calls/{id:guid}/delete", DeleteAsync)
        .RequireAuthorization(Policies.DeleteCalls);

    private static async Task<RedirectHttpResult> DeleteAsync(Guid id, DeleteCall slice, ReadCall read, CallVisibility visibility, HttpContext http, IAntiforgery forms, CancellationToken ct)
    {
        var isDeleted = await forms.IsRequestValidAsync(http) && await read.MaySeeAsync(id, await visibility.ReadAsync(ct), ct) && (await slice.RunAsync(id, ct)).IsOk;
        return TypedResults.LocalRedirect(isDeleted ? "/calls?deleted=true" : $"/calls/{id}");
    }
}
