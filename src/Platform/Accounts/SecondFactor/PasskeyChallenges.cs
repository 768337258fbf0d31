using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <param name="Options">JSON for the browser's <c>navigator.credentials</c>.</param>
/// <param name="State">Comes back with the credential.</param>
public sealed record PasskeyChallenge(string Options, string State);

/// <summary>Hands the state of a challenge to the browser, sealed, and takes it back once within five minutes.</summary>
public sealed class PasskeyChallenges(PlatformDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    internal string Seal(string purpose, string state) => Protector(purpose).Protect(state, Life);

    /// <returns>The state; null when it is too old, of another purpose, or was used before.</returns>
    internal async Task<string?> SpendAsync(string purpose, string sealedState, CancellationToken ct)
    {
        try
        {
            var state = Protector(purpose).Unprotect(sealedState);
            return await IsFirstAsync(state, ct) ? state : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<bool> IsFirstAsync(string state, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = now - (2 * Life);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(state));
        await db.Database.ExecuteSqlAsync($"delete from accounts.spent_challenges where spent_at < {old}", ct);
        return await db.Database.ExecuteSqlAsync($"insert into accounts.spent_challenges (digest, spent_at) values ({digest}, {now}) on conflict do nothing", ct) == 1;
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector("accounts.passkey", purpose).ToTimeLimitedDataProtector();
}
