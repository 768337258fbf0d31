using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Dashboards;

/// <summary>What a dashboard is about.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Scope">Whose calls.</param>
/// <param name="AgentId">Only this agent.</param>
/// <param name="DepartmentId">Only this department.</param>
/// <param name="VersionNo">The version of a scorecard whose scores and criteria are shown; null: the scores of the calls, no criteria.</param>
public sealed record DashboardQuery(DateOnly From, DateOnly To, CallScope Scope, Guid? AgentId, Guid? DepartmentId, int? VersionNo)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The same number of days before.</summary>
    public DashboardQuery Before => this with { From = From.AddDays(-Days), To = From.AddDays(-1) };
}

/// <summary>What happened in a period.</summary>
public sealed record Totals(long Calls, Sample Score, long Failed, long Positive, long Negative, long Satisfied, long Resolved, double Seconds, long Flagged)
{
    public static readonly Totals None = new(0, default, 0, 0, 0, 0, 0, 0, 0);

    public double? Share(long part) => Calls == 0 ? null : (double)part / Calls;
}

/// <summary>An agent in a period, and before.</summary>
public sealed record AgentTotals(Guid? AgentId, Totals Now, Totals Before);

/// <summary>A day, or a week from its Monday.</summary>
public sealed record TrendPoint(DateOnly From, DateOnly To, long Calls, Sample Score);

/// <summary>How often a criterion was met.</summary>
/// <param name="Met">Calls that met it.</param>
/// <param name="Unmet">Calls that did not.</param>
public readonly record struct CriterionCount(long Met, long Unmet)
{
    public long Count => Met + Unmet;

    public double? Share => Count == 0 ? null : (double)Met / Count;

    public static CriterionCount operator +(CriterionCount left, CriterionCount right) => new(left.Met + right.Met, left.Unmet + right.Unmet);
}

/// <summary>The criteria of one agent.</summary>
public sealed record CriteriaRow(Guid? AgentId, Sample Score, IReadOnlyList<CriterionCount> Criteria);

/// <summary>Everything that a dashboard shows.</summary>
public sealed record Dashboard(
    Totals Now, Totals Before, IReadOnlyList<AgentTotals> Agents, IReadOnlyList<TrendPoint> Trend, IReadOnlyList<CriteriaRow> Criteria)
{
    public IReadOnlyList<CriterionCount> AllCriteria => Criteria.Count == 0 ? [] : [.. Enumerable.Range(0, Criteria.Max(row => row.Criteria.Count))
        .Select(i => Criteria.Select(row => i < row.Criteria.Count ? row.Criteria[i] : default).Aggregate(default(CriterionCount), (sum, count) => sum + count))];
}

/// <summary>Reads the sums by day; never the calls themselves, so that a million calls are as quick as a thousand.</summary>
public sealed class ReadDashboard(PlatformDb db)
{
    private const int MostDailyPoints = 62;

    public async Task<Dashboard> RunAsync(DashboardQuery query, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var (now, before) = (await CallsAsync(query, ct), await CallsAsync(query.Before, ct));
            var byAgent = before.Where(row => row.Day is null).ToDictionary(row => row.AgentId.GetValueOrDefault());
            var agents = now.Where(row => row.Day is null).Select(row => new AgentTotals(IdOf(row.AgentId), row.Totals, byAgent.GetValueOrDefault(row.AgentId.GetValueOrDefault())?.Totals ?? Totals.None));
            return new Dashboard(
                Sum(now), Sum(before), [.. agents.OrderByDescending(agent => agent.Now.Calls)], Trend(query, now),
                query.VersionNo is { } version ? await CriteriaAsync(query, version, ct) : []);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Totals Sum(List<CallSums> rows) => rows.Where(row => row.Day is null).Select(row => row.Totals).Aggregate(Totals.None, (sum, next) => new Totals(
        sum.Calls + next.Calls, sum.Score + next.Score, sum.Failed + next.Failed, sum.Positive + next.Positive, sum.Negative + next.Negative,
        sum.Satisfied + next.Satisfied, sum.Resolved + next.Resolved, sum.Seconds + next.Seconds, sum.Flagged + next.Flagged));

    private static TrendPoint[] Trend(DashboardQuery query, List<CallSums> rows)
    {
        var step = query.Days > MostDailyPoints ? 7 : 1;
        return
        [
            .. rows.Where(row => row.Day is not null)
                .GroupBy(row => (row.Day.GetValueOrDefault().DayNumber - query.From.DayNumber) / step).OrderBy(group => group.Key)
                .Select(group => new TrendPoint(
                    query.From.AddDays(group.Key * step), Earlier(query.To, query.From.AddDays((group.Key * step) + step - 1)),
                    group.Sum(row => row.Calls), group.Aggregate(default(Sample), (sum, row) => sum + row.Totals.Score))),
        ];
    }

    private static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;

    private static Guid? IdOf(Guid? id) => id == Guid.Empty ? null : id;

    // By agent, and by day, in one pass over the sums.
    private Task<List<CallSums>> CallsAsync(DashboardQuery query, CancellationToken ct)
    {
        var (agents, departments) = Limits(query);
        return db.Database.SqlQuery<CallSums>(
            $"""
            select agent_id as "AgentId", day as "Day", sum(calls)::bigint as "Calls", sum(scored)::bigint as "Scored", sum(score_sum) as "ScoreSum",
              sum(score_squares) as "ScoreSquares", sum(failed)::bigint as "Failed", sum(positive)::bigint as "Positive", sum(negative)::bigint as "Negative",
              sum(satisfied)::bigint as "Satisfied", sum(resolved)::bigint as "Resolved", sum(seconds) as "Seconds", sum(flagged)::bigint as "Flagged"
            from scoring.call_days
            where organization_id = kernel.current_tenant() and day between {query.From} and {query.To}
              and ({agents}::uuid[] is null or agent_id = any({agents}::uuid[])) and ({departments}::uuid[] is null or department_id = any({departments}::uuid[]))
            group by grouping sets ((agent_id), (day))
            """).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<CriteriaRow>> CriteriaAsync(DashboardQuery query, int version, CancellationToken ct)
    {
        var (agents, departments) = Limits(query);
        var rows = await db.Database.SqlQuery<ScoreSums>(
            $"""
            select agent_id as "AgentId", scored as "Scored", score_sum as "ScoreSum", score_squares as "ScoreSquares", met as "Met", unmet as "Unmet"
            from scoring.score_days
            where organization_id = kernel.current_tenant() and version_no = {version} and day between {query.From} and {query.To}
              and ({agents}::uuid[] is null or agent_id = any({agents}::uuid[])) and ({departments}::uuid[] is null or department_id = any({departments}::uuid[]))
            """).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.AgentId).Select(ToRow).OrderByDescending(row => row.Score.Count)];
    }

    private static CriteriaRow ToRow(IGrouping<Guid, ScoreSums> rows)
    {
        var criteria = new CriterionCount[rows.Max(row => row.Met.Length)];
        var score = default(Sample);
        foreach (var row in rows)
        {
            score += new Sample(row.Scored, row.ScoreSum, row.ScoreSquares);
            for (var i = 0; i < row.Met.Length; i++)
            {
                criteria[i] += new CriterionCount(row.Met[i], row.Unmet[i]);
            }
        }

        return new CriteriaRow(IdOf(rows.Key), score, criteria);
    }

    // An id of nobody finds nothing: the wish and the right have nothing in common.
    private static (Guid[]? Agents, Guid[]? Departments) Limits(DashboardQuery query) =>
        (Limit(query.Scope.Agents, query.AgentId), Limit(query.Scope.Departments, query.DepartmentId));

    private static Guid[]? Limit(IReadOnlyList<Guid>? allowed, Guid? wanted) => (allowed, wanted) switch
    {
        (null, null) => null,
        (null, { } id) => [id],
        ({ } all, null) => [.. all],
        var (some, id) => some.Contains(id.Value) ? [id.Value] : [],
    };

    private sealed record CallSums(
        Guid? AgentId, DateOnly? Day, long Calls, long Scored, double ScoreSum, double ScoreSquares, long Failed, long Positive, long Negative,
        long Satisfied, long Resolved, double Seconds, long Flagged)
    {
        public Totals Totals => new(Calls, new Sample(Scored, ScoreSum, ScoreSquares), Failed, Positive, Negative, Satisfied, Resolved, Seconds, Flagged);
    }

    private sealed record ScoreSums(Guid AgentId, int Scored, double ScoreSum, double ScoreSquares, int[] Met, int[] Unmet);
}
