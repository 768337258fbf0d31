using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Dashboards;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>Which calls are asked for.</summary>
/// <param name="VersionNo">Version of a scorecard.</param>
/// <param name="Place">Place of the criterion, from 0.</param>
/// <param name="From">First day, of the organization as the sums are.</param>
/// <param name="To">Last day.</param>
/// <param name="AgentId">Only this agent; the nil id: calls of nobody.</param>
/// <param name="DepartmentId">Only this department.</param>
public sealed record FailingQuery(int VersionNo, int Place, DateOnly From, DateOnly To, Guid? AgentId, Guid? DepartmentId);

/// <summary>A call that failed a criterion.</summary>
public sealed record ListedCall(Guid Id, DateTimeOffset StartedAt, Guid? AgentId, Guid? DepartmentId, float? Score, bool Failed);

/// <summary>A page of them, newest first.</summary>
public sealed record ListedCalls(IReadOnlyList<ListedCall> Calls, bool HasMore);

/// <summary>The calls behind a mark of the heat map: those whose answer to the criterion was no.</summary>
public sealed class FindFailing(PlatformDb db, OrganizationDays days)
{
    public const int PageSize = 50;

    /// <param name="query">Which calls.</param>
    /// <param name="scope">Which calls this person may see at all.</param>
    /// <param name="page">From 0.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<ListedCalls> RunAsync(FailingQuery query, CallScope scope, int page, CancellationToken ct)
    {
        var zone = await days.ZoneAsync(ct);
        var (from, to) = (OrganizationDays.Midnight(query.From, zone), OrganizationDays.Midnight(query.To.AddDays(1), zone));
        Guid[]? agents = scope.Agents is { } own ? [.. own] : null;
        Guid[]? departments = scope.Departments is { } some ? [.. some] : null;
        var found = await db.Database.SqlQuery<ListedCall>(
            $"""
            select c.call_id as "Id", c.started_at as "StartedAt", c.agent_id as "AgentId", c.department_id as "DepartmentId", s.score as "Score", s.failed as "Failed"
            from scoring.calls c
            join scoring.scores s on s.organization_id = c.organization_id and s.version_no = {query.VersionNo} and s.call_id = c.call_id
            where c.organization_id = kernel.current_tenant() and c.started_at >= {from} and c.started_at < {to} and substr(s.answers, {query.Place + 1}, 1) = 'n'
              and ({agents}::uuid[] is null or c.agent_id = any({agents}::uuid[])) and ({departments}::uuid[] is null or c.department_id = any({departments}::uuid[]))
              and ({query.AgentId}::uuid is null or coalesce(c.agent_id, scoring.nobody()) = {query.AgentId}::uuid)
              and ({query.DepartmentId}::uuid is null or c.department_id = {query.DepartmentId}::uuid)
            order by c.started_at desc, c.call_id desc limit {PageSize + 1} offset {page * PageSize}
            """).ToListAsync(ct);
        return new ListedCalls([.. found.Take(PageSize)], found.Count > PageSize);
    }
}
