using System.Text;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Privacy;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Earshot.Web.Pages.Calls;

/// <summary>Receipts to take away, and the key that they are checked with.</summary>
internal static class ReceiptEndpoint
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/calls/{id:guid}/receipts/{receipt:guid}", ReadAsync).RequireAuthorization(Policies.ReadCalls);
        app.MapGet("/.well-known/earshot-receipt-key.pem", async (FindPublicKey keys, CancellationToken ct) =>
            TypedResults.Text(await keys.PemAsync(ct), "application/x-pem-file")).AllowAnonymous();
    }

    private static async Task<Results<FileContentHttpResult, Microsoft.AspNetCore.Http.HttpResults.NotFound>> ReadAsync(
        Guid id, Guid receipt, ReadReceipt slice, ReadCall read, CallVisibility visibility, CancellationToken ct)
    {
        if (!await read.MaySeeAsync(id, await visibility.ReadAsync(ct), ct))
        {
            return TypedResults.NotFound();
        }

        var file = await slice.RunAsync(id, receipt, ct);
        return file.IsOk ? TypedResults.File(Encoding.UTF8.GetBytes(file.Value), "application/json", $"receipt-{receipt:n}.json") : TypedResults.NotFound();
    }
}
