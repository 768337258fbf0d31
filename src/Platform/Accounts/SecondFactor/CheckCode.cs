using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>Whether a code is the authenticator's present one, or one of the person's recovery codes. Either is good once.</summary>
public sealed class CheckCode(PlatformDb db, TenantCipher cipher, TimeProvider clock)
{
    internal async Task<bool> RunAsync(User user, string code, CancellationToken ct)
    {
        var normal = Normal(code);
        return normal.Length == 6 && normal.All(char.IsAsciiDigit) ? await IsPresentAsync(user, normal, ct) : await IsRecoveryAsync(user, normal, ct);
    }

    internal static byte[] RecoveryHash(Guid user, string code) => SHA256.HashData([.. user.ToByteArray(), .. Encoding.UTF8.GetBytes(Normal(code))]);

    // The condition on the last step makes two requests with one code race for one row: one of them wins.
    internal async Task<bool> IsPresentAsync(User user, string code, CancellationToken ct)
    {
        if (user.AuthenticatorKey is not { } sealedKey)
        {
            return false;
        }

        var key = await cipher.OpenAsync(user.OrganizationId, User.AuthenticatorColumn, user.Id, sealedKey, ct);
        return Totp.Match(key, code, clock.GetUtcNow(), user.TotpLastStep) is { } step
            && await db.Set<User>().Where(row => row.Id == user.Id && row.TotpLastStep < step)
                .ExecuteUpdateAsync(row => row.SetProperty(person => person.TotpLastStep, step), ct) == 1;
    }

    private async Task<bool> IsRecoveryAsync(User user, string code, CancellationToken ct)
    {
        var hash = RecoveryHash(user.Id, code);
        return await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id && row.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }

    private static string Normal(string code) => new([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
