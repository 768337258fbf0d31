using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SignOn;

/// <param name="Issuer">Address of the identity provider, as its discovery document names it.</param>
/// <param name="ClientSecret">Written once and never shown.</param>
/// <param name="JoinsAs">Role of people who come for the first time; null: only those who linked themselves.</param>
public sealed record AddSignOnRequest(string Name, string Issuer, string ClientId, string? ClientSecret = null, string? JoinsAs = null);

/// <param name="Path">Where people of the organization sign in.</param>
public sealed record SignOnLine(Guid Id, string Name, string Issuer, string ClientId, string? JoinsAs, bool IsActive, string Path);

/// <summary>The identity provider of an organization: connect, list, remove. Discovery is tried at once, so that a mistake shows at once.</summary>
public sealed class KeepConnections(PlatformDb db, TenantCipher cipher, OpenIdMetadata metadata, AccountAudit audit, TimeProvider clock)
{
    private static readonly string[] Joinable = [Roles.Agent, Roles.Supervisor, Roles.Auditor];

    public async Task<IReadOnlyList<SignOnLine>> ListAsync(CancellationToken ct)
    {
        var rows = await db.Set<SignOnConnection>().AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(ct);
        return [.. rows.Select(row => new SignOnLine(row.Id, row.Name, row.Issuer, row.ClientId, row.JoinsAs, row.IsActive, $"/sign-on/{row.ProviderName}"))];
    }

    public async Task<Result<Guid>> AddAsync(AddSignOnRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        var row = await RowAsync(request, ct);
        db.Add(row);
        await db.SaveChangesAsync(ct); // the egress guard reads it from there
        var provider = new SignOnProvider(row.ProviderName, SignOnKind.OpenId, row.ClientId, null, new Uri(row.Issuer)) { Organization = row.OrganizationId };
        if (await metadata.FindAsync(provider, ct) is not { } found)
        {
            db.Remove(row);
            await db.SaveChangesAsync(ct);
            return AccountFailures.NoIssuer;
        }

        row.Hosts = [.. new[] { found.Token, found.Keys }.Select(address => address.IdnHost).Distinct()];
        row.IsActive = true;
        await audit.RecordAsync("sign_on.connected", "organization", row.Id, null, new { issuer = new Uri(row.Issuer).IdnHost, row.JoinsAs }, ct);
        await db.SaveChangesAsync(ct);
        return row.Id;
    }

    public async Task<Result<Done>> RemoveAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<SignOnConnection>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } row)
        {
            return AccountFailures.SignOnUnknown;
        }

        db.Remove(row);
        await db.Set<LinkedIdentity>().Where(identity => identity.Provider == row.ProviderName).ExecuteDeleteAsync(ct);
        await audit.RecordAsync("sign_on.removed", "organization", id, null, new { }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    internal static Failure? Refuse(AddSignOnRequest request) => request switch
    {
        _ when !ProfileRules.IsName(request.Name) => AccountFailures.BadName,
        _ when !Uri.TryCreate(request.Issuer, UriKind.Absolute, out var issuer) || issuer.Scheme is not ("https" or "http") || issuer.Query.Length > 0 || issuer.UserInfo.Length > 0 => AccountFailures.NoIssuer,
        { ClientId.Length: 0 or > 500 } or { Issuer.Length: > 500 } or { ClientSecret.Length: > 1000 } => AccountFailures.NoIssuer,
        { JoinsAs: { Length: > 0 } role } when !Joinable.Contains(role) => AccountFailures.BadRole,
        _ => null,
    };

    private async Task<SignOnConnection> RowAsync(AddSignOnRequest request, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        return new SignOnConnection
        {
            OrganizationId = db.Organization,
            Id = id,
            Name = request.Name.Trim(),
            Issuer = request.Issuer.Trim(),
            ClientId = request.ClientId.Trim(),
            ClientSecret = request.ClientSecret is { Length: > 0 } secret ? await cipher.SealAsync(db.Organization, SignOnConnection.SecretColumn, id, secret, ct) : null,
            Hosts = [],
            JoinsAs = request.JoinsAs is { Length: > 0 } role ? role : null,
            CreatedAt = clock.GetUtcNow(),
        };
    }
}
