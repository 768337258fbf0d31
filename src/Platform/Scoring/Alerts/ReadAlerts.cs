using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Alerts;

/// <summary>A rule as pages and letters show it.</summary>
public sealed record AlertRuleLine(Guid Id, string Kind, string? Flag, int Times, int Hours, double? Below, Guid? DepartmentId, int QuietHours, bool IsArchived);

/// <summary>An alert with its rule.</summary>
public sealed record AlertLine(Guid Id, AlertRuleLine Rule, DateTimeOffset FromAt, DateTimeOffset ToAt, int Calls, double? Average, DateTimeOffset RaisedAt);

/// <summary>Reads rules and alerts, and the calls behind an alert; for whoever may see calls of the rule's department.</summary>
public sealed class ReadAlerts(PlatformDb db)
{
    private const int Newest = 100;

    public async Task<IReadOnlyList<AlertRuleLine>> RulesAsync(CallScope scope, CancellationToken ct) =>
        [.. (await db.Set<AlertRule>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.CreatedAt).ToListAsync(ct)).Where(row => AlertRule.IsFor(row.DepartmentId, scope)).Select(Line)];

    /// <summary>The newest.</summary>
    public async Task<IReadOnlyList<AlertLine>> ListAsync(CallScope scope, CancellationToken ct)
    {
        Guid[]? departments = scope.Departments is { } some ? [.. some] : null;
        if (scope.Agents is not null)
        {
            return [];
        }

        var rows = await (
            from alert in db.Set<Alert>().AsNoTracking()
            join rule in db.Set<AlertRule>().AsNoTracking() on alert.RuleId equals rule.Id
            where departments == null || (rule.DepartmentId != null && departments.Contains(rule.DepartmentId.Value))
            orderby alert.RaisedAt descending
            select new { alert, rule }).Take(Newest).ToListAsync(ct);
        return [.. rows.Select(row => Line(row.alert, row.rule))];
    }

    public async Task<Result<AlertLine>> ReadAsync(Guid id, CallScope scope, CancellationToken ct)
    {
        var row = await (
            from alert in db.Set<Alert>().AsNoTracking()
            join rule in db.Set<AlertRule>().AsNoTracking() on alert.RuleId equals rule.Id
            where alert.Id == id
            select new { alert, rule }).SingleOrDefaultAsync(ct);
        return row is not null && AlertRule.IsFor(row.rule.DepartmentId, scope) ? Line(row.alert, row.rule) : ScoringFailures.NoAlert;
    }

    /// <summary>The calls that met the rule, newest first; those of a score are the ones below the bound.</summary>
    public async Task<ListedCalls> CallsAsync(AlertLine alert, int page, CancellationToken ct)
    {
        var rule = alert.Rule;
        var found = await db.Database.SqlQuery<ListedCall>(
            $"""
            select id as "Id", started_at as "StartedAt", agent_id as "AgentId", department_id as "DepartmentId", score::real as "Score", coalesce(failed_critical, false) as "Failed"
            from calls.calls
            where organization_id = kernel.current_tenant() and state = 'done' and started_at > {alert.FromAt} and started_at <= {alert.ToAt}
              and ({rule.DepartmentId}::uuid is null or department_id = {rule.DepartmentId}::uuid)
              and case {rule.Kind} when 'flag' then flags @> array[{rule.Flag}::text] when 'critical' then coalesce(failed_critical, false) else score < {rule.Below}::float8 end
            order by started_at desc, id desc limit {FindFailing.PageSize + 1} offset {page * FindFailing.PageSize}
            """).ToListAsync(ct);
        return new ListedCalls([.. found.Take(FindFailing.PageSize)], found.Count > FindFailing.PageSize);
    }

    internal static AlertLine Line(Alert alert, AlertRule rule) => new(alert.Id, Line(rule), alert.FromAt, alert.ToAt, alert.Calls, alert.Average, alert.RaisedAt);

    private static AlertRuleLine Line(AlertRule rule) =>
        new(rule.Id, rule.Kind, rule.Flag, rule.Times, rule.Hours, rule.Below, rule.DepartmentId, rule.QuietHours, rule.ArchivedAt is not null);
}
