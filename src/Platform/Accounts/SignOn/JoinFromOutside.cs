using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SignOn;

/// <param name="Title">Of the provider.</param>
public sealed record ArrivedView(string Title, string? Organization, string? Name, string? Email);

/// <summary>
/// A person of a company comes for the first time by the company's own sign-on, which lets people join: name and terms, no password. Those
/// who hold an invitation join by <see cref="AcceptLink"/>.
/// </summary>
public sealed class JoinFromOutside(PlatformDb db, TenantContext tenant, FindProvider find, SignOnCookies cookies, AcceptLink accept, JoinSteps steps)
{
    /// <returns>What the page shows; null when nobody has arrived.</returns>
    public async Task<ArrivedView?> ReadAsync(HttpContext http, CancellationToken ct) =>
        cookies.Read(http) is { } arrived && await find.RunAsync(arrived.Provider, ct) is { } provider
            ? new ArrivedView(provider.Title, provider.Organization is null ? null : provider.Title, arrived.Person.Name, arrived.Person.Email)
            : null;

    public async Task<Result<SignedIn>> RunAsync(NewPerson person, HttpContext http, CancellationToken ct)
    {
        if (steps.Actor.IsSignedIn || cookies.Read(http) is not { } arrived
            || await find.RunAsync(arrived.Provider, ct) is not { Organization: { } organization, JoinsAs: { } role } provider)
        {
            return AccountFailures.SignOnExpired;
        }

        tenant.Set(organization);
        if (!await db.Set<Organization>().AnyAsync(row => row.State == "active", ct))
        {
            return AccountFailures.SignOnNotLinked;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var added = await steps.Add.RunAsync(organization, role, person with { Email = arrived.Person.Email ?? person.Email }, "company_sign_on", ct, withPassword: false);
        if (!added.IsOk)
        {
            return added.Failure ?? AccountFailures.SignOnExpired;
        }

        var entered = await EnterAsync(added.Value, provider, arrived.Person, ct);
        await transaction.CommitAsync(ct);
        SignOnCookies.Forget(http);
        return entered;
    }

    /// <summary>The same with an invitation or the owner's link in hand: its role and organization hold.</summary>
    public async Task<Result<SignedIn>> WithLinkAsync(AcceptLinkRequest request, HttpContext http, CancellationToken ct)
    {
        if (cookies.Read(http) is not { } arrived || await find.RunAsync(arrived.Provider, ct) is not { } provider)
        {
            return AccountFailures.SignOnExpired;
        }

        var joined = await accept.RunAsync(request with { Outside = (provider, arrived.Person) }, ct);
        if (joined.IsOk)
        {
            SignOnCookies.Forget(http);
        }

        return joined;
    }

    private async Task<SignedIn> EnterAsync(User user, SignOnProvider provider, OutsidePerson person, CancellationToken ct)
    {
        steps.Audit.ActsAs(user.Id);
        await steps.Identities.AddAsync(provider, user.Id, person, ct);
        var session = await steps.Open.RunAsync(user, provider.Method, secondFactor: false, ct);
        await steps.Audit.RecordAsync("user.joined", "user", user.Id, user.Id, new { user.Role, way = "company_sign_on" }, ct);
        await db.SaveChangesAsync(ct);
        return session;
    }
}
