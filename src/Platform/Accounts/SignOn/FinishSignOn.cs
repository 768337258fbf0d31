using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>What a provider sends back with the person.</summary>
public sealed record SignOnCallback(string? Code, string? State, string? Error, string? Device);

/// <summary>Where the person goes now.</summary>
/// <param name="Path">A path of this site.</param>
/// <param name="Session">When the person is in.</param>
public sealed record SignOnOutcome(string Path, SignedIn? Session = null);

/// <summary>
/// A person came back from a provider. Whoever has linked that account comes in; whoever has not is told to link it from inside: an equal
/// e-mail proves nothing. A second factor of the person is asked for as with a password.
/// </summary>
public sealed class FinishSignOn(PlatformDb db, TenantContext tenant, Actor actor, FindProvider find, SignOnSteps steps)
{
    public async Task<Result<SignOnOutcome>> RunAsync(SignOnCallback back, HttpContext http, CancellationToken ct)
    {
        if (steps.Cookies.Take(http) is not { } flow || !flow.IsState(back.State))
        {
            return AccountFailures.SignOnExpired;
        }

        if (back.Error is not null || back.Code is not { Length: > 0 } code)
        {
            return AccountFailures.SignOnRefused;
        }

        if (await find.RunAsync(flow.Provider, ct) is not { } provider)
        {
            return AccountFailures.SignOnUnknown;
        }

        var dialect = steps.Dialects.Single(found => found.Kind == provider.Kind);
        var person = await dialect.FinishAsync(provider, flow, new SignOnAnswer(code, back.Device, BeginSignOn.Redirect(http)), ct);
        return person.IsOk ? await SettleAsync(flow, provider, person.Value, http, ct) : person.Failure ?? AccountFailures.SignOnFailed;
    }

    private async Task<Result<SignOnOutcome>> SettleAsync(SignOnFlow flow, SignOnProvider provider, OutsidePerson person, HttpContext http, CancellationToken ct)
    {
        if (flow.Link is { } whose)
        {
            var linked = whose == actor.UserId ? await steps.Identities.LinkAsync(provider, whose, person, ct) : AccountFailures.SignOnExpired;
            return linked.IsOk ? new SignOnOutcome("/settings?tab=security&saved=true") : linked.Failure ?? AccountFailures.SignOnFailed;
        }

        if (actor.IsSignedIn)
        {
            return AccountFailures.AlreadySignedIn;
        }

        return await steps.Identities.FindAsync(provider, person, ct) is { } known
            ? await EnterAsync(known, flow, provider, http, ct)
            : await JoinAsync(flow, provider, person, http);
    }

    private async Task<Result<SignOnOutcome>> EnterAsync(IdentityOwner owner, SignOnFlow flow, SignOnProvider provider, HttpContext http, CancellationToken ct)
    {
        tenant.Set(owner.OrganizationId);
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.Id == owner.UserId && row.State == UserStates.Active, ct) is not { } user)
        {
            return AccountFailures.SignOnNotLinked;
        }

        await steps.Identities.UsedAsync(provider, user.Id, ct);
        if (user.TwoFactorEnabled || await db.Set<Passkey>().AnyAsync(row => row.UserId == user.Id, ct))
        {
            steps.Cookies.KeepPending(http, steps.Pending.Write(user, user.Id.ToByteArray()));
            return new SignOnOutcome("/sign-in?step=code");
        }

        return new SignOnOutcome(flow.Return ?? "/calls", await steps.Complete.RunAsync(user, null, provider.Method, secondFactor: false, ct));
    }

    // Nobody joins without agreeing to the terms: the page asks, what arrived waits sealed in the browser.
    private Task<Result<SignOnOutcome>> JoinAsync(SignOnFlow flow, SignOnProvider provider, OutsidePerson person, HttpContext http)
    {
        var path = flow.Invitation is { } token ? $"/join?token={token}" : provider.JoinsAs is not null ? "/join?company=true" : null;
        if (path is null)
        {
            return Task.FromResult<Result<SignOnOutcome>>(AccountFailures.SignOnNotLinked);
        }

        steps.Cookies.Keep(http, new Arrived(provider.Name, person));
        return Task.FromResult<Result<SignOnOutcome>>(new SignOnOutcome(path));
    }
}

/// <summary>What coming back takes.</summary>
public sealed record SignOnSteps(
    IEnumerable<ISignOnDialect> Dialects, SignOnCookies Cookies, KeepIdentities Identities, PendingSignIn Pending, CompleteSignIn Complete);
