using Earshot.Platform.Accounts;
using Earshot.Platform.Privacy.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Earshot.Web.Pages.Privacy;

/// <summary>Small forms about documents: agree to a version, put its banner away.</summary>
internal static class DocumentEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("/documents").RequireAuthorization(Policies.SignedIn);
        documents.MapPost("/accept", AcceptAsync);
        documents.MapPost("/seen", PutAwayAsync);
    }

    private static async Task<RedirectHttpResult> AcceptAsync([FromForm] Guid version, UseVersion use, CancellationToken ct)
    {
        var accepted = await use.AcceptAsync(version, ct);
        return TypedResults.LocalRedirect(accepted.IsOk ? "/settings?tab=documents&saved=true" : "/settings?tab=documents");
    }

    private static async Task<RedirectHttpResult> PutAwayAsync([FromForm(Name = "return")] string? back, UseVersion use, CancellationToken ct)
    {
        await use.PutBannerAwayAsync(ct);
        return TypedResults.LocalRedirect(Layout.LocalPath.Or(back, "/calls"));
    }
}
