using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Ends sessions of the person who asks: one of them, or all others.</summary>
public sealed class EndSessions(PlatformDb db, Actor actor, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<Done>> EndMineAsync(Guid session, CancellationToken ct)
    {
        var me = actor.RequireUser();
        if (await OneAsync(me, session, ct) == 0)
        {
            return AccountFailures.SessionNotFound;
        }

        await audit.RecordAsync("session.ended", "user", me, me, new { session }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>Signs out everywhere but here.</summary>
    /// <returns>How many sessions ended.</returns>
    public async Task<Result<int>> EndMyOthersAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var ended = await AllAsync(me, except: actor.SessionId, ct);
        await audit.RecordAsync("session.ended_others", "user", me, me, new { ended }, ct);
        await db.SaveChangesAsync(ct);
        return ended;
    }

    internal Task<int> OneAsync(Guid user, Guid session, CancellationToken ct) =>
        EndAsync(db.Set<Session>().Where(row => row.UserId == user && row.Id == session), ct);

    internal Task<int> AllAsync(Guid user, Guid? except, CancellationToken ct) =>
        EndAsync(db.Set<Session>().Where(row => row.UserId == user && row.Id != except), ct);

    private Task<int> EndAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), ct);
    }
}
