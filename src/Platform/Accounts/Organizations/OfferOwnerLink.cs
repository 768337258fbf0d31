using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.Organizations;

/// <param name="OrganizationId">The organization that waits for its owner; null: one has an owner already.</param>
/// <param name="Path">Path and query of the owner's link; null: nothing to do.</param>
public sealed record OwnerLink(Guid? OrganizationId, string? Path);

/// <summary>
/// A fresh installation gets its first organization and a link by which its owner comes in. As long as nobody used it, asking again gives
/// a new link and voids the one before.
/// </summary>
public sealed class OfferOwnerLink(PlatformSettings settings, OrganizationDirectory directory, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task<OwnerLink> RunAsync(CancellationToken ct)
    {
        var known = (await directory.ListAsync(ct)).Where(organization => organization.State == "active").ToList();
        if (known.Any(organization => organization.Owners > 0))
        {
            return new OwnerLink(null, null);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var organization = known.Count > 0 ? known[0].Id : Found(scope.ServiceProvider, db);
        if (known.Count > 0)
        {
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        }

        return await OfferAsync(scope.ServiceProvider, db, organization, ct);
    }

    private Guid Found(IServiceProvider services, PlatformDb db)
    {
        var founded = Organization.Founded("Earshot", settings.Region, settings.Region switch { "ru" => "Europe/Moscow", "ae" => "Asia/Dubai", _ => "Europe/Berlin" }, clock.GetUtcNow());
        services.GetRequiredService<TenantContext>().Set(founded.OrganizationId);
        db.Add(founded);
        return founded.OrganizationId;
    }

    private async Task<OwnerLink> OfferAsync(IServiceProvider services, PlatformDb db, Guid organization, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Set<Link>().Where(row => row.Purpose == LinkPurposes.Owner && row.UsedAt == null && row.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(link => link.RevokedAt, now), ct);
        var (link, token) = await services.GetRequiredService<WriteLink>().RunAsync(organization, new LinkContent(LinkPurposes.Owner, Roles.Owner, Life), ct);
        await services.GetRequiredService<AccountAudit>().RecordAsync("owner.link_offered", "link", link.Id, null, new { }, ct);
        await db.SaveChangesAsync(ct);
        return new OwnerLink(organization, JoinPath.Of(token));
    }
}
