using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <param name="State"><c>active</c>, <c>closing</c> or <c>closed</c>.</param>
/// <param name="Owners">Active owners.</param>
public sealed record OrganizationEntry(Guid Id, string Region, string State, long Owners);

/// <summary>Which organizations live here: ids and states, no content. For schedules that go through all of them, one scope each.</summary>
public sealed class OrganizationDirectory(PlatformDb db)
{
    public async Task<IReadOnlyList<OrganizationEntry>> ListAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<OrganizationEntry>(
            $"select organization_id as \"Id\", region as \"Region\", state as \"State\", owners as \"Owners\" from accounts.list_organizations()").ToListAsync(ct);
}
