using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.ApiKeys;

/// <param name="Prefix">The beginning of the key; the rest is nowhere to be read.</param>
public sealed record ApiKeyLine(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>The keys of programs, the newest first; revoked ones stay in the list.</summary>
public sealed class ListApiKeys(PlatformDb db)
{
    public async Task<IReadOnlyList<ApiKeyLine>> RunAsync(CancellationToken ct) =>
        await db.Set<ApiKey>().AsNoTracking().OrderByDescending(row => row.CreatedAt)
            .Select(row => new ApiKeyLine(row.Id, row.Name, row.Prefix, row.Scopes, row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.RevokedAt))
            .ToListAsync(ct);
}
