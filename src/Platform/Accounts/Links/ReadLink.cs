using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.Links;

/// <param name="Purpose"><c>owner</c>, <c>invitation</c> or <c>password</c>.</param>
/// <param name="Email">Where the link fixes it; null: the person types it.</param>
public sealed record LinkView(string Purpose, string Organization, string Role, string? Email);

/// <summary>What the page behind a link shows. In a scope of its own, because nobody has proved anything yet.</summary>
public sealed class ReadLink(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<Result<LinkView>> RunAsync(string token, CancellationToken ct)
    {
        if (SecretToken.Read(token) is not { } secret)
        {
            return AccountFailures.LinkSpent;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(secret.Organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var link = await db.Set<Link>().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == secret.Hash, ct);
        if (link?.IsOpen(clock.GetUtcNow()) != true)
        {
            return AccountFailures.LinkSpent;
        }

        var cipher = scope.ServiceProvider.GetRequiredService<TenantCipher>();
        var organization = await db.Set<Organization>().Select(row => row.Name).SingleAsync(ct);
        var email = link.Email is { } sealedEmail ? await cipher.OpenTextAsync(link.OrganizationId, Link.EmailColumn, link.Id, sealedEmail, ct) : null;
        return new LinkView(link.Purpose, organization, link.Role, email);
    }
}
