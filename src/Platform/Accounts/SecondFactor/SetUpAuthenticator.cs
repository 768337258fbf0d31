using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <param name="Key">For typing by hand, in base32.</param>
/// <param name="Uri">For a QR code: the <c>otpauth</c> address that authenticators read.</param>
public sealed record AuthenticatorOffer(string Key, string Uri);

/// <param name="RecoveryCodes">Ten codes, each good once; shown now and never again.</param>
public sealed record AuthenticatorReady(IReadOnlyList<string> RecoveryCodes);

/// <summary>
/// Sets up an authenticator in two steps: a fresh key, then a code that proves that the authenticator has it. Until the second step the
/// person signs in as before. Taking it away asks for the password.
/// </summary>
public sealed class SetUpAuthenticator(PlatformDb db, Actor actor, TenantCipher cipher, CheckCode check, AuthenticatorSteps steps)
{
    public async Task<Result<AuthenticatorOffer>> OfferAsync(CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (user.TwoFactorEnabled)
        {
            return AccountFailures.SecondFactorOn;
        }

        if (!await steps.Confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        var key = Totp.NewKey();
        user.AuthenticatorKey = await cipher.SealAsync(user.OrganizationId, User.AuthenticatorColumn, user.Id, key, ct);
        await db.SaveChangesAsync(ct);
        return await ShowAsync(user, key, ct);
    }

    /// <summary>The offer that waits for its first code; null where none does.</summary>
    public async Task<AuthenticatorOffer?> ResumeAsync(CancellationToken ct)
    {
        var user = await MeAsync(ct);
        return user is { TwoFactorEnabled: false, AuthenticatorKey: { } sealedKey }
            ? await ShowAsync(user, await cipher.OpenAsync(user.OrganizationId, User.AuthenticatorColumn, user.Id, sealedKey, ct), ct)
            : null;
    }

    public async Task<Result<AuthenticatorReady>> ConfirmAsync(string code, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (user.TwoFactorEnabled)
        {
            return AccountFailures.SecondFactorOn;
        }

        if (!await check.IsPresentAsync(user, code, ct))
        {
            return AccountFailures.WrongCode;
        }

        user.TwoFactorEnabled = true;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        await steps.Audit.RecordAsync("second_factor.added", "user", user.Id, user.Id, new { kind = "authenticator" }, ct);
        var codes = await steps.Codes.RenewAsync(user, ct);
        await MarkSessionAsync(ct);
        await steps.Sessions.AllAsync(user.Id, except: actor.SessionId, ct);
        return new AuthenticatorReady(codes);
    }

    /// <summary>New recovery codes instead of all before.</summary>
    public async Task<Result<AuthenticatorReady>> RenewCodesAsync(string password, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (!user.TwoFactorEnabled && !await db.Set<Passkey>().AnyAsync(row => row.UserId == user.Id, ct))
        {
            return AccountFailures.SecondFactorOff;
        }

        if (await steps.Confirm.RefusePasswordAsync(user, password, ct) is { } refused)
        {
            return refused;
        }

        await steps.Audit.RecordAsync("second_factor.codes_renewed", "user", user.Id, user.Id, new { }, ct);
        return new AuthenticatorReady(await steps.Codes.RenewAsync(user, ct));
    }

    public async Task<Result<Done>> RemoveAsync(string password, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (await RefuseAsync(user, password, ct) is { } refused)
        {
            return refused;
        }

        if (await db.Set<Organization>().AnyAsync(organization => organization.RequiresSecondFactor, ct) && !await db.Set<Passkey>().AnyAsync(row => row.UserId == user.Id, ct))
        {
            return AccountFailures.SecondFactorDemanded;
        }

        user.TwoFactorEnabled = false;
        user.AuthenticatorKey = null;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        if (!await db.Set<Passkey>().AnyAsync(row => row.UserId == user.Id, ct))
        {
            await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync(ct);
        }

        await steps.Audit.RecordAsync("second_factor.removed", "user", user.Id, user.Id, new { kind = "authenticator" }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private Task<User> MeAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        return db.Set<User>().SingleAsync(row => row.Id == me, ct);
    }

    private async Task<Failure?> RefuseAsync(User user, string password, CancellationToken ct)
    {
        return user.TwoFactorEnabled ? await steps.Confirm.RefusePasswordAsync(user, password, ct) : AccountFailures.SecondFactorOff;
    }

    private async Task<AuthenticatorOffer> ShowAsync(User user, byte[] key, CancellationToken ct)
    {
        var email = await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct);
        var text = Totp.ToBase32(key);
        return new AuthenticatorOffer(text, $"otpauth://totp/Earshot:{Uri.EscapeDataString(email)}?secret={text}&issuer=Earshot");
    }

    // This session has just proved the second factor: it need not start anew.
    private async Task MarkSessionAsync(CancellationToken ct)
    {
        var session = actor.SessionId;
        await db.Set<Session>().Where(row => row.Id == session).ExecuteUpdateAsync(row => row.SetProperty(s => s.SecondFactor, true), ct);
    }
}

/// <summary>What changing the second factor takes.</summary>
public sealed record AuthenticatorSteps(ConfirmIdentity Confirm, IssueRecoveryCodes Codes, EndSessions Sessions, AccountAudit Audit);
