using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Receipts;

/// <summary>A receipt in a list.</summary>
public sealed record ErasureLine(Guid Id, string Kind, string Subject, DateTimeOffset CreatedAt, string KeyId);

/// <summary>Receipts of what timers, requests and the end of the organization erased.</summary>
public sealed class ListErasureReceipts(PlatformDb db, FindPublicKey keys)
{
    private const int Newest = 50;

    public static readonly Failure NotFound = new(FailureKind.NotFound, "receipt_not_found", "There is no such receipt.");

    public async Task<IReadOnlyList<ErasureLine>> RunAsync(CancellationToken ct) =>
        await db.Set<ErasureReceipt>().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(Newest)
            .Select(row => new ErasureLine(row.Id, row.Kind, row.Subject, row.CreatedAt, row.KeyId)).ToListAsync(ct);

    /// <summary>The file of one of them.</summary>
    public async Task<Result<string>> ReadAsync(Guid id, CancellationToken ct)
    {
        var receipt = await db.Set<ErasureReceipt>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        return receipt is not null && await keys.RunAsync(receipt.KeyId, ct) is { } key
            ? new SignedReceipt(receipt.Body, key, receipt.Signature).Write()
            : NotFound;
    }
}
