using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Platform.Accounts.ApiKeys;

/// <param name="Scopes">See <see cref="Accounts.Scopes"/>; at least one.</param>
/// <param name="ExpiresAt">Null: until it is revoked.</param>
public sealed record CreateApiKeyRequest(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null);

/// <param name="Key">The whole key; shown now and never again.</param>
public sealed record CreatedApiKey(Guid Id, string Key);

/// <summary>Makes a key of a program.</summary>
public sealed class CreateApiKey(PlatformDb db, TenantContext tenant, Actor actor, AccountAudit audit, TimeProvider clock)
{
    internal const string KeyPrefix = "esk_";

    public async Task<Result<CreatedApiKey>> RunAsync(CreateApiKeyRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        var token = SecretToken.New(tenant.OrganizationId);
        var key = new ApiKey
        {
            OrganizationId = tenant.OrganizationId,
            Id = Guid.CreateVersion7(now),
            Name = request.Name.Trim(),
            Prefix = KeyPrefix + token.Text[..6],
            SecretHash = token.Hash,
            Scopes = [.. request.Scopes.Distinct()],
            CreatedBy = actor.RequireUser(),
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
        db.Add(key);
        await audit.RecordAsync("api_key.created", "api_key", key.Id, null, new { key.Scopes, key.ExpiresAt, key.Prefix }, ct);
        await db.SaveChangesAsync(ct);
        return new CreatedApiKey(key.Id, KeyPrefix + token.Text);
    }

    private Failure? Refuse(CreateApiKeyRequest request) => request switch
    {
        _ when !ProfileRules.IsName(request.Name) => AccountFailures.BadName,
        _ when request.Scopes.Count == 0 || request.Scopes.Except(Accounts.Scopes.All).Any() => AccountFailures.BadScope,
        { ExpiresAt: { } end } when end <= clock.GetUtcNow() => AccountFailures.BadExpiry,
        _ => null,
    };
}
