using System.Security.Cryptography;
using System.Text;
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
    private const int Codes = 10;

    public async Task<Result<AuthenticatorOffer>> OfferAsync(CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (user.TwoFactorEnabled)
        {
            return AccountFailures.SecondFactorOn;
        }

        var key = Totp.NewKey();
        user.AuthenticatorKey = await cipher.SealAsync(user.OrganizationId, User.AuthenticatorColumn, user.Id, key, ct);
        await db.SaveChangesAsync(ct);
        var email = await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct);
        var text = Totp.ToBase32(key);
        return new AuthenticatorOffer(text, $"otpauth://totp/Earshot:{Uri.EscapeDataString(email)}?secret={text}&issuer=Earshot");
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
        var codes = await RenewAsync(user, ct);
        await MarkSessionAsync(ct);
        await steps.Sessions.AllAsync(user.Id, except: actor.SessionId, ct);
        return new AuthenticatorReady(codes);
    }

    /// <summary>New recovery codes instead of all before.</summary>
    public async Task<Result<AuthenticatorReady>> RenewCodesAsync(string password, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (await RefuseAsync(user, password, ct) is { } refused)
        {
            return refused;
        }

        await steps.Audit.RecordAsync("second_factor.codes_renewed", "user", user.Id, user.Id, new { }, ct);
        return new AuthenticatorReady(await RenewAsync(user, ct));
    }

    public async Task<Result<Done>> RemoveAsync(string password, CancellationToken ct)
    {
        var user = await MeAsync(ct);
        if (await RefuseAsync(user, password, ct) is { } refused)
        {
            return refused;
        }

        if (await db.Set<Organization>().AnyAsync(organization => organization.RequiresSecondFactor, ct))
        {
            return AccountFailures.SecondFactorDemanded;
        }

        user.TwoFactorEnabled = false;
        user.AuthenticatorKey = null;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync(ct);
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
        if (!user.TwoFactorEnabled)
        {
            return AccountFailures.SecondFactorOff;
        }

        var verified = await steps.Passwords.VerifyAsync(user, password, ct);
        return verified is { IsOk: true, Value: not Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed }
            ? null
            : verified.Failure ?? AccountFailures.WrongPassword;
    }

    private async Task<IReadOnlyList<string>> RenewAsync(User user, CancellationToken ct)
    {
        await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, Codes).Select(_ => NewCode()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { OrganizationId = user.OrganizationId, UserId = user.Id, Hash = CheckCode.RecoveryHash(user.Id, code) }));
        await db.SaveChangesAsync(ct);
        return codes;
    }

    // This session has just proved the second factor: it need not start anew.
    private async Task MarkSessionAsync(CancellationToken ct)
    {
        var session = actor.SessionId;
        await db.Set<Session>().Where(row => row.Id == session).ExecuteUpdateAsync(row => row.SetProperty(s => s.SecondFactor, true), ct);
    }

    // 80 random bits: guessing is hopeless, so a fast digest is enough.
    private static string NewCode()
    {
        var text = Totp.ToBase32(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant();
        return new StringBuilder(text).Insert(12, '-').Insert(8, '-').Insert(4, '-').ToString();
    }
}

/// <summary>What changing the second factor takes.</summary>
public sealed record AuthenticatorSteps(Passwords Passwords, EndSessions Sessions, AccountAudit Audit);
