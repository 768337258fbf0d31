using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>One event as the log shows it. <paramref name="Seq"/> is its place in the chain; null while it waits to be chained.</summary>
public sealed record AuditLine(
    Guid Id, DateTimeOffset At, string ActorKind, Guid? ActorId, string Action, string ObjectKind, Guid? ObjectId, string Purpose, string? Details, long? Seq);

/// <summary>A page of the log, newest first.</summary>
/// <param name="Lines">The events.</param>
/// <param name="Older">Moment of the last one; null on the last page.</param>
/// <param name="Chained">Length of the chain.</param>
public sealed record AuditPageData(IReadOnlyList<AuditLine> Lines, DateTimeOffset? Older, long Chained);

/// <summary>Lists what happened, by kind of act and by day.</summary>
public sealed class ListAuditEvents(PlatformDb db)
{
    private const int PageSize = 50;

    /// <param name="filter">Which events.</param>
    /// <param name="before">Only what is older than this moment; null: from the newest.</param>
    /// <param name="ct">Stops the query.</param>
    public async Task<AuditPageData> RunAsync(AuditFilter filter, DateTimeOffset? before, CancellationToken ct)
    {
        var until = before is { } moment && moment < filter.Until ? moment.ToUniversalTime() : filter.Until;
        var (prefix, since, actor, about) = (filter.Action ?? string.Empty, filter.Since, filter.Actor, filter.About);
        var rows = await db.Database.SqlQuery<AuditLine>(
            $"""
            select e.id as "Id", e.at as "At", e.actor_kind as "ActorKind", e.actor_id as "ActorId", e.action as "Action", e.object_kind as "ObjectKind",
              e.object_id as "ObjectId", e.purpose as "Purpose", e.details::text as "Details", c.seq as "Seq"
            from kernel.audit_events e left join kernel.audit_chain c on c.organization_id = e.organization_id and c.event_id = e.id
            where e.organization_id = kernel.current_tenant() and e.at >= {since} and e.at < {until} and starts_with(e.action, {prefix})
              and ({actor}::uuid is null or e.actor_id = {actor}) and ({about}::uuid is null or e.object_id = {about} or e.subject_id = {about})
            order by e.at desc, e.id desc limit {PageSize + 1}
            """).ToListAsync(ct);
        var chained = await db.Database.SqlQuery<long>(
            $"""select coalesce(max(seq), 0) as "Value" from kernel.audit_chain where organization_id = kernel.current_tenant()""").SingleAsync(ct);
        return new AuditPageData([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].At : null, chained);
    }
}
