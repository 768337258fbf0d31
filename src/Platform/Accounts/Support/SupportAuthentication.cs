using System.Security.Claims;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Accounts.Support;

/// <summary><c>Authorization: Bearer ess_…</c>: the operator's staff with a grant that stands at this moment. Every request is an event of the organization's log.</summary>
internal static class SupportAuthentication
{
    private const string Scheme = "support";

    /// <returns>The principal; null when the grant is not open.</returns>
    public static async Task<ClaimsPrincipal?> FindAsync(string token, HttpContext http, DateTimeOffset now, CancellationToken ct)
    {
        if (!token.StartsWith(SupportGrant.TokenPrefix, StringComparison.Ordinal) || SecretToken.Read(token.AsSpan(SupportGrant.TokenPrefix.Length)) is not { } secret)
        {
            return null;
        }

        await using var scope = http.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(secret.Organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await db.Set<SupportGrant>().SingleOrDefaultAsync(row => row.TokenHash == secret.Hash, ct) is not { } grant || !grant.IsOpen(now))
        {
            return null;
        }

        grant.UsedAt = now;
        scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Support, grant.Id, http.Connection.RemoteIpAddress?.ToString(), "support");
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("support.used", "support_grant", grant.Id, "support", null, null, ct);
        await db.SaveChangesAsync(ct);
        return Principal(grant);
    }

    private static ClaimsPrincipal Principal(SupportGrant grant) => new(new ClaimsIdentity(
        [
            new(AccountClaims.Organization, grant.OrganizationId.ToString()),
            new(AccountClaims.Support, grant.Id.ToString()),
            .. grant.Scopes.Select(scope => new Claim(AccountClaims.Scope, scope)),
        ],
        Scheme, AccountClaims.Support, AccountClaims.Role));
}
