using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>
/// Whoever changes how a person signs in must have proved within a quarter of an hour to be that person: a browser left open, or a stolen
/// session, is not enough. A fresh sign-in counts; so does the password given again.
/// </summary>
public sealed class ConfirmIdentity(PlatformDb db, Actor actor, Passwords passwords, SignInThrottle throttle, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Gives the password again.</summary>
    public async Task<Result<Done>> RunAsync(string password, CancellationToken ct)
    {
        var me = actor.RequireUser();
        var user = await db.Set<User>().AsNoTracking().SingleAsync(row => row.Id == me, ct);
        if (await RefusePasswordAsync(user, password, ct) is { } refused)
        {
            return refused;
        }

        var (session, now) = (actor.SessionId, clock.GetUtcNow());
        await db.Set<Session>().Where(row => row.Id == session).ExecuteUpdateAsync(row => row.SetProperty(s => s.ConfirmedAt, now), ct);
        return new Done();
    }

    public async Task<bool> IsFreshAsync(CancellationToken ct)
    {
        var (session, since) = (actor.SessionId, clock.GetUtcNow() - Fresh);
        return await db.Set<Session>().AnyAsync(row => row.Id == session && (row.CreatedAt > since || row.ConfirmedAt > since), ct);
    }

    /// <summary>Guesses at the password from inside a session are slowed down like those at the door.</summary>
    internal async Task<Failure?> RefusePasswordAsync(User user, string password, CancellationToken ct)
    {
        var account = user.Id.ToByteArray();
        if (await throttle.IsHeldAsync(account, user.Id, ct))
        {
            return AccountFailures.TooManyTries;
        }

        var verified = await passwords.VerifyAsync(user, password, isKnown: true, ct);
        if (verified is { IsOk: true, Value: PasswordVerificationResult.Failed })
        {
            await throttle.FailedAsync(account, user.Id, ct);
            return AccountFailures.WrongPassword;
        }

        return verified.Failure;
    }
}
