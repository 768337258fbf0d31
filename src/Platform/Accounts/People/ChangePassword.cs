using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

public sealed record ChangePasswordRequest(string Present, string New);

/// <summary>A signed-in person changes the password. All other sessions end.</summary>
public sealed class ChangePassword(PlatformDb db, Actor actor, Passwords passwords, ReplacePassword replace, EndSessions sessions)
{
    public async Task<Result<Done>> RunAsync(ChangePasswordRequest request, CancellationToken ct)
    {
        var me = actor.RequireUser();
        var user = await db.Set<User>().SingleAsync(row => row.Id == me, ct);
        var verified = await passwords.VerifyAsync(user, request.Present, ct);
        if (!verified.IsOk || verified.Value is PasswordVerificationResult.Failed)
        {
            return verified.Failure ?? AccountFailures.WrongPassword;
        }

        var done = await replace.RunAsync(user, request.New, "settings", ct);
        if (done.IsOk)
        {
            await sessions.AllAsync(me, except: actor.SessionId, ct);
        }

        return done;
    }
}
