using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Signs a receipt and adds it to the caller's transaction.</summary>
internal sealed class WriteReceipt(PlatformDb db, SignReceipt sign)
{
    public async Task RunAsync(Receipt receipt, CancellationToken ct)
    {
        receipt.Signed(await sign.RunAsync(Body(receipt), ct));
        db.Add(receipt);
    }

    /// <summary>What the receipt states. Written again from the row when it is downloaded, so that a changed row shows.</summary>
    public static JsonObject Body(Receipt receipt) => new()
    {
        ["type"] = "earshot.deletion",
        ["version"] = 1,
        ["id"] = receipt.Id.ToString(),
        ["organization"] = receipt.OrganizationId.ToString(),
        ["call"] = receipt.CallId.ToString(),
        ["kind"] = receipt.Kind,
        ["reason"] = receipt.Reason,
        ["engine"] = receipt.Engine,
        ["engine_forget"] = receipt.EngineForget,
        ["recognised_at"] = receipt.RecognisedAt is { } at ? SignReceipt.Moment(at) : null,
        ["deleted_at"] = SignReceipt.Moment(receipt.DeletedAt),
        ["bytes"] = receipt.Bytes,
    };
}
