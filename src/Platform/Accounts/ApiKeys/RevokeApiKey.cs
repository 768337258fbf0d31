using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.ApiKeys;

/// <summary>A key works no more, from the next request on.</summary>
public sealed class RevokeApiKey(PlatformDb db, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<ApiKey>().SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, ct) is not { } key)
        {
            return AccountFailures.KeyNotFound;
        }

        key.RevokedAt = clock.GetUtcNow();
        await audit.RecordAsync("api_key.revoked", "api_key", id, null, new { key.Prefix }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
