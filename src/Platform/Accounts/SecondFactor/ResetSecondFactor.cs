using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>
/// For a colleague who lost phone and codes: takes authenticator, passkeys and recovery codes away and ends all sessions. The person signs
/// in with the password and, where the organization demands it, sets a second factor up anew.
/// </summary>
public sealed class ResetSecondFactor(PlatformDb db, Actor actor, EndSessions sessions, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(Guid userId, CancellationToken ct)
    {
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.Id == userId, ct) is not { } user)
        {
            return AccountFailures.UserNotFound;
        }

        if (user.Role == Roles.Owner && !actor.Is(Roles.Owner))
        {
            return AccountFailures.RoleAboveYours;
        }

        user.TwoFactorEnabled = false;
        user.AuthenticatorKey = null;
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        await db.Set<Passkey>().Where(row => row.UserId == userId).ExecuteDeleteAsync(ct);
        await db.Set<RecoveryCode>().Where(row => row.UserId == userId).ExecuteDeleteAsync(ct);
        await sessions.AllAsync(userId, except: null, ct);
        await audit.RecordAsync("second_factor.reset", "user", userId, userId, new { }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
