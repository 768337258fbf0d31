using System.Security.Claims;
using System.Text.Encodings.Web;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.Support;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

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
        if (await SupportAuthentication.FindAsync(key, Context, clock.GetUtcNow(), Context.RequestAborted) is { } staff)
        {
            return AuthenticateResult.Success(new AuthenticationTicket(staff, Scheme.Name));
        }

        return key.StartsWith(CreateApiKey.KeyPrefix, StringComparison.Ordinal) && SecretToken.Read(key.AsSpan(CreateApiKey.KeyPrefix.Length)) is { } secret
            && await FindAsync(secret) is { } found
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(found), Scheme.Name))
            : AuthenticateResult.Fail("The API key is not known, was revoked, or has expired.");
    }

    // One round trip: the tenant is told for this transaction alone.
    private async Task<FoundKey?> FindAsync(SecretToken secret)
    {
        var now = clock.GetUtcNow();
        await using var batch = Context.RequestServices.GetRequiredService<NpgsqlDataSource>().CreateBatch();
        var tenant = batch.CreateBatchCommand();
        tenant.CommandText = "select set_config('app.tenant_id', @tenant, true)";
        tenant.Parameters.AddWithValue("tenant", secret.Organization.ToString());
        batch.BatchCommands.Add(tenant);
        var find = batch.CreateBatchCommand();
        find.CommandText =
            """
            select id, scopes, last_used_at from accounts.api_keys
            where organization_id = @organization and secret_hash = @hash and revoked_at is null and (expires_at is null or expires_at > @now)
            """;
        find.Parameters.AddWithValue("organization", secret.Organization);
        find.Parameters.AddWithValue("hash", secret.Hash);
        find.Parameters.AddWithValue("now", now);
        batch.BatchCommands.Add(find);
        FoundKey? key;
        await using (var reader = await batch.ExecuteReaderAsync(Context.RequestAborted))
        {
            await reader.NextResultAsync(Context.RequestAborted);
            key = await reader.ReadAsync(Context.RequestAborted)
                ? new FoundKey(secret.Organization, reader.GetGuid(0), reader.GetFieldValue<string[]>(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2))
                : null;
        }

        if (key is not null && (key.LastUsedAt is null || now - key.LastUsedAt > UsedEvery))
        {
            await TouchAsync(key, now);
        }

        return key;
    }

    private async Task TouchAsync(FoundKey key, DateTimeOffset now)
    {
        await using var scope = Context.RequestServices.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(key.OrganizationId);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<ApiKey>().Where(row => row.Id == key.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted);
    }

    private static ClaimsPrincipal Principal(FoundKey key) => new(new ClaimsIdentity(
        [
            new(AccountClaims.Organization, key.OrganizationId.ToString()),
            new(AccountClaims.ApiKey, key.Id.ToString()),
            .. key.Scopes.Select(scope => new Claim(AccountClaims.Scope, scope)),
        ],
        SchemeName, AccountClaims.ApiKey, AccountClaims.Role));

    private sealed record FoundKey(Guid OrganizationId, Guid Id, IReadOnlyList<string> Scopes, DateTimeOffset? LastUsedAt);
}
