using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Support;

/// <param name="State"><c>waiting</c>, <c>open</c>, <c>over</c> or <c>refused</c>.</param>
public sealed record SupportLine(Guid Id, string Staff, string Ticket, string Reason, int Hours, string State, DateTimeOffset RequestedAt, DateTimeOffset? EndsAt, DateTimeOffset? UsedAt);

/// <summary>The organization's side: sees every request, says yes or no, and ends what it allowed.</summary>
public sealed class DecideSupport(PlatformDb db, Actor actor, AccountAudit audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<SupportLine>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<SupportGrant>().AsNoTracking().OrderByDescending(grant => grant.RequestedAt).Take(100).ToListAsync(ct);
        return [.. rows.Select(row => new SupportLine(row.Id, row.Staff, row.Ticket, row.Reason, row.Hours, row.StateAt(now), row.RequestedAt, row.EndsAt, row.UsedAt))];
    }

    /// <returns>When the last open grant ends; null when nobody from outside can look in.</returns>
    public async Task<DateTimeOffset?> OpenUntilAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Set<SupportGrant>().Where(grant => grant.ApprovedAt != null && grant.ClosedAt == null && grant.EndsAt > now).MaxAsync(grant => grant.EndsAt, ct);
    }

    public Task<Result<Done>> ApproveAsync(Guid id, CancellationToken ct) => DecideAsync(id, "waiting", "support.approved", (grant, now) =>
    {
        grant.ApprovedAt = now;
        grant.EndsAt = now.AddHours(grant.Hours);
        grant.DecidedBy = actor.RequireUser();
    }, ct);

    public Task<Result<Done>> RefuseAsync(Guid id, CancellationToken ct) => DecideAsync(id, "waiting", "support.refused", (grant, now) =>
    {
        grant.RefusedAt = now;
        grant.DecidedBy = actor.RequireUser();
    }, ct);

    public Task<Result<Done>> EndAsync(Guid id, CancellationToken ct) => DecideAsync(id, "open", "support.ended", (grant, now) => grant.ClosedAt = now, ct);

    private async Task<Result<Done>> DecideAsync(Guid id, string from, string action, Action<SupportGrant, DateTimeOffset> decide, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<SupportGrant>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } grant)
        {
            return AccountFailures.SupportNotFound;
        }

        if (grant.StateAt(now) != from)
        {
            return AccountFailures.SupportDecided;
        }

        decide(grant, now);
        await audit.RecordAsync(action, "support_grant", id, null, new { grant.Ticket, grant.Hours }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
