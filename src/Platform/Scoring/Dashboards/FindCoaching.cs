using Earshot.Analysis.Scorecards;

namespace Earshot.Platform.Scoring.Dashboards;

/// <summary>A criterion that an agent meets less often than the team.</summary>
/// <param name="Place">Place of the criterion in the scorecard, from 0.</param>
/// <param name="Title">Its title.</param>
/// <param name="Share">How often the agent meets it.</param>
/// <param name="Team">How often the team does.</param>
public sealed record WeakCriterion(int Place, string Title, double Share, double Team);

/// <summary>An agent and what to work on, weakest first.</summary>
public sealed record AgentToCoach(Guid? AgentId, IReadOnlyList<WeakCriterion> Weak);

/// <summary>A criterion that is met less often than in the period before.</summary>
public sealed record FallingCriterion(int Place, string Title, double Now, double Before);

/// <summary>Whom to help with what, and which criteria fall: only where there are enough calls to say so.</summary>
public static class FindCoaching
{
    private const int MostEach = 2;
    private const double Gap = 0.05;
    private const double Fall = 0.02;

    public static IReadOnlyList<AgentToCoach> Agents(Dashboard dashboard, Scorecard scorecard)
    {
        var (titles, team) = (Titles(scorecard), dashboard.AllCriteria);
        return
        [
            .. dashboard.Criteria.Select(row => new AgentToCoach(row.AgentId, Weak(row, team, titles)))
                .Where(agent => agent.Weak.Count > 0).OrderBy(agent => agent.Weak[0].Share - agent.Weak[0].Team),
        ];
    }

    public static IReadOnlyList<FallingCriterion> Falling(Dashboard now, Dashboard before, Scorecard scorecard)
    {
        var titles = Titles(scorecard);
        return
        [
            .. now.AllCriteria.Zip(before.AllCriteria, (after, earlier) => (after, earlier)).Select((pair, i) => (pair.after, pair.earlier, Place: i))
                .Where(item => item.Place < titles.Length && item.after.Count >= Sample.Few && item.earlier.Count >= Sample.Few)
                .Select(item => new FallingCriterion(item.Place, titles[item.Place], item.after.Share ?? 0, item.earlier.Share ?? 0))
                .Where(item => item.Before - item.Now >= Fall).OrderBy(item => item.Now - item.Before),
        ];
    }

    private static WeakCriterion[] Weak(CriteriaRow row, IReadOnlyList<CriterionCount> team, string[] titles) =>
    [
        .. row.Criteria.Take(titles.Length).Select((count, i) => (count.Count, Criterion: new WeakCriterion(i, titles[i], count.Share ?? 1, team[i].Share ?? 0)))
            .Where(item => item.Count >= Sample.Few && item.Criterion.Share < item.Criterion.Team - Gap).Select(item => item.Criterion)
            .OrderBy(weak => weak.Share - weak.Team).Take(MostEach),
    ];

    private static string[] Titles(Scorecard scorecard) => [.. scorecard.Sections.SelectMany(section => section.Criteria).Select(criterion => criterion.Title)];
}
