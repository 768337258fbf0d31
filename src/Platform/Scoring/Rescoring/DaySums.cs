using Earshot.Platform.Scoring.Dashboards;

namespace Earshot.Platform.Scoring.Rescoring;

/// <summary>Sums of scores by day, agent and department, gathered while history is scored.</summary>
/// <param name="criteria">How many the scorecard has.</param>
/// <param name="passFrom">Scores from here on pass.</param>
/// <param name="zone">By which days are told apart.</param>
internal sealed class DaySums(int criteria, double passFrom, TimeZoneInfo zone)
{
    private readonly Dictionary<(DateOnly Day, Guid Agent, Guid Department), DaySum> days = [];

    public IEnumerable<KeyValuePair<(DateOnly Day, Guid Agent, Guid Department), DaySum>> Days => days;

    public void Add(DateTimeOffset at, Guid? agent, Guid? department, Analysis.Stored.StoredScore score)
    {
        var sum = Of((OrganizationDays.Of(at, zone), agent ?? Guid.Empty, department ?? Guid.Empty));
        sum.Failed += score.Failed ? 1 : 0;
        if (score.Score is { } value)
        {
            sum.Scored++;
            sum.Passed += !score.Failed && value >= passFrom ? 1 : 0;
            sum.Total += value;
            sum.Squares += value * value;
        }

        for (var i = 0; i < score.Answers.Length; i++)
        {
            sum.Met[i] += score.Answers[i] == 'y' ? 1 : 0;
            sum.Unmet[i] += score.Answers[i] == 'n' ? 1 : 0;
        }
    }

    public void Add(DaySums other)
    {
        foreach (var (key, sum) in other.days)
        {
            Of(key).Add(sum);
        }
    }

    private DaySum Of((DateOnly Day, Guid Agent, Guid Department) key) => days.TryGetValue(key, out var sum) ? sum : days[key] = new DaySum(criteria);
}

/// <summary>The sums of one day, agent and department.</summary>
internal sealed class DaySum(int criteria)
{
    public int Scored { get; set; }

    public int Passed { get; set; }

    public int Failed { get; set; }

    public double Total { get; set; }

    public double Squares { get; set; }

    public int[] Met { get; } = new int[criteria];

    public int[] Unmet { get; } = new int[criteria];

    public void Add(DaySum other)
    {
        (Scored, Passed, Failed) = (Scored + other.Scored, Passed + other.Passed, Failed + other.Failed);
        (Total, Squares) = (Total + other.Total, Squares + other.Squares);
        for (var i = 0; i < Met.Length; i++)
        {
            Met[i] += other.Met[i];
            Unmet[i] += other.Unmet[i];
        }
    }
}
