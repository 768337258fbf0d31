using System.Globalization;
using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Scorecards;
using Earshot.Web.Layout;
using Microsoft.AspNetCore.WebUtilities;

namespace Earshot.Web.Pages.Dashboards;

/// <summary>The choices of a dashboard as they stand in its address, read leniently.</summary>
public sealed record DashboardAddress(int Days, Guid? Agent, Guid? Department, Guid? Card)
{
    public static readonly int[] Periods = [7, 30, 90, 365];

    public static DashboardAddress Read(IQueryCollection query) => new(
        int.TryParse(query["days"], CultureInfo.InvariantCulture, out var days) && Periods.Contains(days) ? days : 30, Id(query["agent"]), Id(query["department"]), Id(query["card"]));

    /// <summary>The same choices in another place, or with another agent.</summary>
    public string To(string path, Guid? agent) => QueryHelpers.AddQueryString(path, Pairs(agent).Where(pair => pair.Value is not null));

    /// <summary>The list of calls that a mark stands for.</summary>
    public string Calls(Guid? agent, DateOnly from, DateOnly to, double? below = null) => QueryHelpers.AddQueryString("/calls", new Dictionary<string, string?>
    {
        ["from"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["agent"] = agent?.ToString(),
        ["department"] = Department?.ToString(),
        ["score-to"] = below?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    /// <summary>The calls that failed a criterion.</summary>
    /// <param name="version">Number of the version of the scorecard.</param>
    /// <param name="criterion">Place of the criterion, from 0.</param>
    /// <param name="agent">Whose calls.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public string Failing(int version, int criterion, Guid? agent, DateOnly from, DateOnly to) => QueryHelpers.AddQueryString("/dashboards/failing", new Dictionary<string, string?>
    {
        ["version"] = version.ToString(CultureInfo.InvariantCulture),
        ["criterion"] = criterion.ToString(CultureInfo.InvariantCulture),
        ["agent"] = (agent ?? Agent)?.ToString(),
        ["department"] = Department?.ToString(),
        ["from"] = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    public DashboardQuery Query(DateOnly today, CallScope scope, int? version) => new(today.AddDays(1 - Days), today, scope, Agent, Department, version);

    /// <summary>The scorecard that is asked for, else the first published one.</summary>
    public ScorecardLine? Choose(IReadOnlyList<ScorecardLine> cards) =>
        cards.FirstOrDefault(card => card.Id == Card && card.PublishedNo is not null) ?? cards.FirstOrDefault(card => card.PublishedNo is not null);

    private Dictionary<string, string?> Pairs(Guid? agent) => new()
    {
        ["days"] = Days.ToString(CultureInfo.InvariantCulture),
        ["agent"] = agent?.ToString(),
        ["department"] = Department?.ToString(),
        ["card"] = Card?.ToString(),
    };

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
