using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Whether e-mail and password belong together. Takes the same time, and says the same, whether or not the account exists.</summary>
public sealed class CheckCredentials(PlatformDb db, TenantContext tenant, TenantCipher cipher, Passwords passwords, SignInThrottle throttle)
{
    /// <param name="User">The person; the scope's tenant is now theirs. Null when the account does not exist.</param>
    /// <param name="Account">What the throttle counts by.</param>
    internal sealed record Checked(User? User, byte[] Account, Failure? Failure);

    private sealed record Owner(Guid OrganizationId, Guid UserId);

    internal async Task<Checked> RunAsync(string email, string password, CancellationToken ct)
    {
        var normal = EmailAddress.Normal(email) ?? "";
        var account = await cipher.BlindIndexAsync(TenantCipher.Installation, EmailAddress.IndexPurpose, normal, ct);
        var owner = await db.Database.SqlQuery<Owner>(
            $"select organization_id as \"OrganizationId\", user_id as \"UserId\" from accounts.find_sign_in_name({account})").SingleOrDefaultAsync(ct);
        if (await throttle.IsHeldAsync(account, owner?.UserId, ct))
        {
            return new Checked(null, account, AccountFailures.TooManyTries);
        }

        var user = owner is null ? null : await LoadAsync(owner, ct);
        var verified = await passwords.VerifyAsync(user, password, throttle.IsKnown(owner?.UserId), ct);
        if (!verified.IsOk)
        {
            return new Checked(user, account, verified.Failure);
        }

        if (verified.Value is PasswordVerificationResult.Failed || user?.State != UserStates.Active)
        {
            await throttle.FailedAsync(account, owner?.UserId, ct);
            return new Checked(user, account, AccountFailures.WrongCredentials);
        }

        await RefreshHashAsync(user, password, verified.Value, ct);
        return new Checked(user, account, null);
    }

    private Task<User> LoadAsync(Owner owner, CancellationToken ct)
    {
        tenant.Set(owner.OrganizationId);
        return db.Set<User>().SingleAsync(user => user.Id == owner.UserId, ct);
    }

    private async Task RefreshHashAsync(User user, string password, PasswordVerificationResult verified, CancellationToken ct)
    {
        if (verified is PasswordVerificationResult.SuccessRehashNeeded && await passwords.HashAsync(user, password, ct) is { IsOk: true, Value: var hash })
        {
            user.PasswordHash = hash;
        }
    }
}
