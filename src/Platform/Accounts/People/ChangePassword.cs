using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

public sealed record ChangePasswordRequest(string Present, string New);

/// <summary>A signed-in person changes the password. All other sessions end.</summary>
public sealed class ChangePassword(PlatformDb db, Actor actor, ConfirmIdentity confirm, ReplacePassword replace, EndSessions sessions)
{
    public async Task<Result<Done>> RunAsync(ChangePasswordRequest request, CancellationToken ct)
    {
        var me = actor.RequireUser();
        var user = await db.Set<User>().SingleAsync(row => row.Id == me, ct);
        if (await RefuseAsync(user, request.Present, ct) is { } refused)
        {
            return refused;
        }

        var done = await replace.RunAsync(user, request.New, "settings", ct);
        if (done.IsOk)
        {
            await sessions.AllAsync(me, except: actor.SessionId, ct);
        }

        return done;
    }

    // Who came in by another door has no present password: a fresh sign-in stands in for it.
    private async Task<Failure?> RefuseAsync(User user, string present, CancellationToken ct)
    {
        if (user.PasswordHash is not null)
        {
            return await confirm.RefusePasswordAsync(user, present, ct);
        }

        return await confirm.IsFreshAsync(ct) ? null : AccountFailures.ConfirmFirst;
    }
}
