using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Accounts.SignOn;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Links;

/// <param name="Token">From the link.</param>
/// <param name="Organization">The owner's link only: what the organization is called; null keeps the name.</param>
public sealed record AcceptLinkRequest(string Token, NewPerson Person, string? Organization = null)
{
    /// <summary>Who came back from a provider with the link in hand, and signs in there from now on; the password is not asked.</summary>
    internal (SignOnProvider Provider, OutsidePerson Person)? Outside { get; init; }
}

/// <summary>The person behind an owner link or an invitation sets a password and is in. The link works once.</summary>
public sealed class AcceptLink(PlatformDb db, TenantContext tenant, ReadLink read, JoinSteps steps)
{
    public async Task<Result<SignedIn>> RunAsync(AcceptLinkRequest request, CancellationToken ct)
    {
        if (steps.Actor.IsSignedIn)
        {
            return AccountFailures.AlreadySignedIn;
        }

        var view = await read.RunAsync(request.Token, ct);
        if (!view.IsOk || SecretToken.Read(request.Token) is not { } secret || view.Value.Purpose == LinkPurposes.Password)
        {
            return AccountFailures.LinkSpent;
        }

        // The holder has proved to hold the link: from here on the request belongs to its organization.
        tenant.Set(secret.Organization);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await SpendAsync(secret, ct) is not { } link)
        {
            return AccountFailures.LinkSpent;
        }

        var joined = await JoinAsync(link, request, view.Value, ct);
        if (joined.IsOk)
        {
            await transaction.CommitAsync(ct);
        }

        return joined;
    }

    // Two people with one link race for one row: one of them wins.
    private async Task<Link?> SpendAsync(SecretToken secret, CancellationToken ct)
    {
        var now = steps.Clock.GetUtcNow();
        var open = db.Set<Link>().Where(row => row.TokenHash == secret.Hash && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now);
        return await open.ExecuteUpdateAsync(row => row.SetProperty(link => link.UsedAt, now), ct) == 1
            ? await db.Set<Link>().AsNoTracking().SingleAsync(row => row.TokenHash == secret.Hash, ct)
            : null;
    }

    private async Task<Result<SignedIn>> JoinAsync(Link link, AcceptLinkRequest request, LinkView view, CancellationToken ct)
    {
        var person = view.Email is { } fixedEmail ? request.Person with { Email = fixedEmail } : request.Person;
        var way = link.Purpose == LinkPurposes.Owner ? "owner_link" : "invitation";
        var added = await steps.Add.RunAsync(link.OrganizationId, link.Role, person, way, ct, withPassword: request.Outside is null);
        if (!added.IsOk)
        {
            return added.Failure ?? AccountFailures.LinkSpent;
        }

        steps.Audit.ActsAs(added.Value.Id);
        if (request.Outside is { } outside)
        {
            await steps.Identities.AddAsync(outside.Provider, added.Value.Id, outside.Person, ct);
        }

        await PlaceAsync(added.Value, link, request, ct);
        var session = await steps.Open.RunAsync(added.Value, "link", secondFactor: false, ct);
        await steps.Audit.RecordAsync("user.joined", "user", added.Value.Id, added.Value.Id, new { link.Role, way, link = link.Id }, ct);
        await db.SaveChangesAsync(ct);
        return session;
    }

    private async Task PlaceAsync(User user, Link link, AcceptLinkRequest request, CancellationToken ct)
    {
        foreach (var department in link.Departments)
        {
            db.Add(new UserDepartment { OrganizationId = user.OrganizationId, UserId = user.Id, DepartmentId = department });
        }

        if (link.AgentId is { } agent)
        {
            await db.Set<Agent>().Where(row => row.Id == agent && row.UserId == null).ExecuteUpdateAsync(row => row.SetProperty(a => a.UserId, user.Id), ct);
        }

        if (link.Purpose == LinkPurposes.Owner)
        {
            var organization = await db.Set<Organization>().SingleAsync(ct);
            organization.TimeZone = request.Person.TimeZone;
            organization.Name = ProfileRules.IsName(request.Organization) && request.Organization is { } name ? name.Trim() : organization.Name;
        }
    }
}

/// <summary>What joining takes.</summary>
public sealed record JoinSteps(Actor Actor, AddPerson Add, OpenSession Open, KeepIdentities Identities, AccountAudit Audit, TimeProvider Clock);
