using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Scorecards;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>What a report tells of.</summary>
public sealed record ReportFigures(
    DashboardQuery Query, Dashboard Dashboard, IReadOnlyList<FallingCriterion> Falling, IReadOnlyList<AgentToCoach> Coaching, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Gathers the figures of a period, of the period before, which criteria fall, and whom to coach.</summary>
public sealed class ReadReport(ReadDashboard dashboards, ReadScorecards cards, AgentDirectory agents)
{
    /// <param name="query">Period and scope; the version is chosen here.</param>
    /// <param name="scorecard">The scorecard that is asked for; null, or no longer published: the first published one.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<ReportFigures> RunAsync(DashboardQuery query, Guid? scorecard, CancellationToken ct)
    {
        var lines = (await cards.ListAsync(ct)).Where(line => line.PublishedNo is not null).ToList();
        var card = lines.Find(line => line.Id == scorecard) ?? (lines.Count > 0 ? lines[0] : null);
        var versioned = query with { VersionNo = card?.PublishedNo };
        var now = await dashboards.RunAsync(versioned, ct);
        var names = await agents.NamesAsync([.. now.Agents.Select(agent => agent.AgentId).OfType<Guid>()], ct);
        if (card is null || (await cards.ReadAsync(card.Id, ct)).Value?.Published?.Scorecard is not { } definition)
        {
            return new ReportFigures(versioned, now, [], [], names);
        }

        var before = await dashboards.RunAsync(versioned.Before, ct);
        return new ReportFigures(versioned, now, FindCoaching.Falling(now, before, definition), FindCoaching.Agents(now, definition), names);
    }
}
