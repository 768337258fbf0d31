using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Accounts.People;

/// <summary>Puts a new password in the place of the old one; the stamp changes with it, so that pending sign-ins are void. Saves.</summary>
public sealed class ReplacePassword(PlatformDb db, TenantCipher cipher, Passwords passwords, StolenPasswords stolen, AccountAudit audit)
{
    internal async Task<Result<Done>> RunAsync(User user, string password, string way, CancellationToken ct)
    {
        var email = await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct);
        if (PasswordStrength.Weakness(password, email) is { } why)
        {
            return AccountFailures.WeakPassword(why);
        }

        if (stolen.Knows(password))
        {
            return AccountFailures.StolenPassword;
        }

        var hash = await passwords.HashAsync(user, password, ct);
        if (!hash.IsOk)
        {
            return AccountFailures.SignInBusy;
        }

        user.PasswordHash = hash.Value;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        await audit.RecordAsync("password.changed", "user", user.Id, user.Id, new { way }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
