using System.Buffers.Text;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <param name="Credential">JSON of what <c>navigator.credentials.create</c> gave.</param>
/// <param name="Name">What the person calls the device.</param>
public sealed record AddPasskeyRequest(string Credential, string State, string? Name = null);

public sealed record PasskeyLine(string Id, string? Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);

/// <summary>The passkeys of the person who asks: list, add, remove. A passkey checks its holder by itself, so it counts as both factors.</summary>
public sealed class KeepPasskeys(PlatformDb db, Actor actor, IPasskeyHandler<User> handler, PasskeySteps steps)
{
    public async Task<IReadOnlyList<PasskeyLine>> ListAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var rows = await db.Set<Passkey>().AsNoTracking().Where(row => row.UserId == me).OrderBy(row => row.CreatedAt).ToListAsync(ct);
        return [.. rows.Select(row => new PasskeyLine(Base64Url.EncodeToString(row.CredentialId), row.Name, row.CreatedAt, row.UsedAt))];
    }

    public async Task<Result<PasskeyChallenge>> OfferAsync(HttpContext http, CancellationToken ct)
    {
        if (!await steps.Confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        var profile = await steps.Profile.RunAsync(ct);
        var entity = new PasskeyUserEntity { Id = PasskeyStore.HandleOf(db.Organization, profile.Id), Name = profile.Email, DisplayName = profile.Name };
        var options = await handler.MakeCreationOptionsAsync(entity, http);
        return new PasskeyChallenge(options.CreationOptionsJson, steps.Challenges.Seal(Purpose(), options.AttestationState ?? ""));
    }

    /// <returns>Recovery codes, when the person had none.</returns>
    public async Task<Result<AuthenticatorReady>> AddAsync(AddPasskeyRequest request, HttpContext http, CancellationToken ct)
    {
        if (await steps.Challenges.SpendAsync(Purpose(), request.State, ct) is not { } state)
        {
            return AccountFailures.WrongPasskey;
        }

        var attested = await handler.PerformAttestationAsync(new() { CredentialJson = request.Credential, AttestationState = state, HttpContext = http });
        if (!attested.Succeeded)
        {
            return AccountFailures.WrongPasskey;
        }

        var me = actor.RequireUser();
        var user = await db.Set<User>().SingleAsync(row => row.Id == me, ct);
        attested.Passkey.Name = ProfileRules.IsName(request.Name) ? request.Name : null;
        await steps.Store.AddOrUpdatePasskeyAsync(user, attested.Passkey, ct);
        var session = actor.SessionId;
        await steps.Audit.RecordAsync("second_factor.added", "user", me, me, new { kind = "passkey" }, ct);
        await db.SaveChangesAsync(ct);
        await db.Set<Session>().Where(row => row.Id == session).ExecuteUpdateAsync(row => row.SetProperty(s => s.SecondFactor, true), ct);
        return new AuthenticatorReady(await steps.Codes.FirstAsync(user, ct));
    }

    public async Task<Result<Done>> RemoveAsync(string id, CancellationToken ct)
    {
        var me = actor.RequireUser();
        var credential = Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
        if (await db.Set<Passkey>().SingleOrDefaultAsync(row => row.UserId == me && row.CredentialId == credential, ct) is not { } passkey)
        {
            return AccountFailures.PasskeyNotFound;
        }

        if (await RefuseRemovalAsync(me, credential, ct) is { } refused)
        {
            return refused;
        }

        db.Remove(passkey);
        await steps.Audit.RecordAsync("second_factor.removed", "user", me, me, new { kind = "passkey" }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private async Task<Failure?> RefuseRemovalAsync(Guid me, byte[] credential, CancellationToken ct)
    {
        if (!await steps.Confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        var isLast = !await db.Set<User>().AnyAsync(row => row.Id == me && row.TwoFactorEnabled, ct)
            && !await db.Set<Passkey>().AnyAsync(row => row.UserId == me && row.CredentialId != credential, ct);
        return isLast && await db.Set<Organization>().AnyAsync(organization => organization.RequiresSecondFactor, ct) ? AccountFailures.SecondFactorDemanded : null;
    }

    private string Purpose() => $"add {actor.RequireUser()}";
}

/// <summary>What keeping passkeys takes.</summary>
public sealed record PasskeySteps(
    PasskeyChallenges Challenges, IUserPasskeyStore<User> Store, ReadProfile Profile, ConfirmIdentity Confirm, IssueRecoveryCodes Codes, AccountAudit Audit);
