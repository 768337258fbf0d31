using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>A deletion receipt as a file that anybody can check offline.</summary>
public sealed class ReadReceipt(PlatformDb db, FindPublicKey keys)
{
    /// <param name="callId">Call that the receipt is about.</param>
    /// <param name="id">The receipt.</param>
    /// <param name="ct">Stops the query.</param>
    public async Task<Result<string>> RunAsync(Guid callId, Guid id, CancellationToken ct)
    {
        var receipt = await db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.CallId == callId, ct);
        return receipt is { KeyId: { } keyId, Signature: { } signature } && await keys.RunAsync(keyId, ct) is { } publicKey
            ? new SignedReceipt(SignReceipt.Canonical(WriteReceipt.Body(receipt)), publicKey, signature).Write()
            : BrowseFailures.NotFound;
    }
}
