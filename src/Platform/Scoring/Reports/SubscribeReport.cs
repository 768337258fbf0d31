using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Dashboards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>What somebody wants by letter.</summary>
/// <param name="Rhythm">One of <see cref="ReportRhythm"/>.</param>
/// <param name="AgentId">Only this agent.</param>
/// <param name="DepartmentId">Only this department.</param>
/// <param name="ScorecardId">By this scorecard; null: the first published one.</param>
/// <param name="Site">Address that links begin with.</param>
public sealed record ReportWish(string Rhythm, Guid? AgentId, Guid? DepartmentId, Guid? ScorecardId, Uri Site);

/// <summary>A subscription as its owner sees it.</summary>
public sealed record ReportLine(Guid Id, string Rhythm, Guid? AgentId, Guid? DepartmentId);

/// <summary>A person subscribes to the figures of a dashboard, sees what they subscribed to, and stops it.</summary>
public sealed class SubscribeReport(PlatformDb db, Actor actor, OrganizationDays days, AuditLog audit, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The same wish twice is one subscription. The first letter comes when the present day, or week, is over.</summary>
    public async Task<Result<Guid>> RunAsync(ReportWish wish, CancellationToken ct)
    {
        if (!ReportRhythm.IsKnown(wish.Rhythm))
        {
            return ScoringFailures.BadRhythm;
        }

        var mine = await Mine().ToListAsync(ct);
        if (mine.Find(row => (row.Rhythm, row.AgentId, row.DepartmentId, row.ScorecardId) == (wish.Rhythm, wish.AgentId, wish.DepartmentId, wish.ScorecardId)) is { } same)
        {
            return same.Id;
        }

        if (mine.Count >= Most)
        {
            return ScoringFailures.TooManyReports;
        }

        var added = db.Add(Made(wish, clock.GetUtcNow(), await days.ZoneAsync(ct))).Entity;
        await audit.RecordAsync("report.subscribed", "report", added.Id, "quality_control", null, null, ct);
        await db.SaveChangesAsync(ct);
        return added.Id;
    }

    public async Task<IReadOnlyList<ReportLine>> ListAsync(CancellationToken ct) => actor.UserId is null
        ? []
        : await Mine().OrderBy(row => row.CreatedAt).Select(row => new ReportLine(row.Id, row.Rhythm, row.AgentId, row.DepartmentId)).ToListAsync(ct);

    /// <summary>Stopping twice is stopping once.</summary>
    public async Task StopAsync(Guid id, CancellationToken ct)
    {
        if (await Mine().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
        {
            db.Remove(known);
            await audit.RecordAsync("report.unsubscribed", "report", id, "quality_control", null, null, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    private IQueryable<ReportSubscription> Mine()
    {
        var me = actor.RequireUser();
        return db.Set<ReportSubscription>().Where(row => row.UserId == me);
    }

    private ReportSubscription Made(ReportWish wish, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        OrganizationId = db.Organization,
        Id = Guid.CreateVersion7(now),
        UserId = actor.RequireUser(),
        Rhythm = wish.Rhythm,
        AgentId = wish.AgentId,
        DepartmentId = wish.DepartmentId,
        ScorecardId = wish.ScorecardId,
        Site = wish.Site.GetLeftPart(UriPartial.Authority),
        ToldTo = ReportRhythm.LastDay(wish.Rhythm, now, OrganizationDays.Find(actor.TimeZone), zone),
        CreatedAt = now,
    };
}
