using System.Security.Claims;
using System.Text.Encodings.Web;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Earshot.Platform.Accounts.ApiKeys;

/// <summary>
/// <c>Authorization: Bearer esk_…</c>. The key names its organization; the look-up runs in a scope of its own, and the request gets the
/// tenant only after the digest was found there.
/// </summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    public static bool IsPresent(string? authorization) => authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!IsPresent(header))
        {
            return AuthenticateResult.NoResult();
        }

        var key = header[Bearer.Length..].Trim();
        return key.StartsWith(CreateApiKey.KeyPrefix, StringComparison.Ordinal) && SecretToken.Read(key.AsSpan(CreateApiKey.KeyPrefix.Length)) is { } secret
            && await FindAsync(secret) is { } found
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(found), Scheme.Name))
            : AuthenticateResult.Fail("The API key is not known, was revoked, or has expired.");
    }

    private async Task<ApiKey?> FindAsync(SecretToken secret)
    {
        await using var scope = Context.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(secret.Organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = clock.GetUtcNow();
        var key = await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(row => row.SecretHash == secret.Hash, Context.RequestAborted);
        if (key?.IsGood(now) != true)
        {
            return null;
        }

        if (key.LastUsedAt is null || now - key.LastUsedAt > UsedEvery)
        {
            await db.Set<ApiKey>().Where(row => row.Id == key.Id).ExecuteUpdateAsync(row => row.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted);
        }

        return key;
    }

    private static ClaimsPrincipal Principal(ApiKey key) => new(new ClaimsIdentity(
        [
            new(AccountClaims.Organization, key.OrganizationId.ToString()),
            new(AccountClaims.ApiKey, key.Id.ToString()),
            .. key.Scopes.Select(scope => new Claim(AccountClaims.Scope, scope)),
        ],
        SchemeName, AccountClaims.ApiKey, AccountClaims.Role));
}
