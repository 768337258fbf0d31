using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Ends the session of this browser. Then clear the cookie: <see cref="SessionCookie.ClearAsync"/>.</summary>
public sealed class SignOut(PlatformDb db, Actor actor, EndSessions end, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(CancellationToken ct)
    {
        if (actor is { SessionId: { } session, UserId: { } user })
        {
            await end.OneAsync(user, session, ct);
            await audit.RecordAsync("session.closed", "user", user, user, new { session }, ct);
            await db.SaveChangesAsync(ct);
        }

        return new Done();
    }
}
