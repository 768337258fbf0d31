using Earshot.Analysis.Scorecards;
using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Reports;

namespace Earshot.Unit.Platform.Scoring.Reports;

public sealed class WriteReportTests
{
    private static readonly Guid Anna = new("0198a000-0000-7000-8000-000000000001");
    private static readonly Guid Boris = new("0198a000-0000-7000-8000-000000000002");
    private static readonly DashboardQuery Week = new(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22), CallScope.All, null, null, 3);

    private static readonly Scorecard Card = ScorecardFormat.Read(
        """{"name":"Short","sections":[{"title":"All","criteria":[{"id":"a","title":"Greets","weight":1,"metric":"words >= 1"},{"id":"b","title":"Says <why>","weight":1,"metric":"words >= 1"}]}]}""").Scorecard
        ?? throw new InvalidOperationException("The card of the test does not work.");

    private readonly ReportFigures figures;

    public WriteReportTests()
    {
        var before = Made([Row(Anna, (95, 5), (90, 10)), Row(Boris, (95, 5), (90, 10))]);
        var now = Made([Row(Anna, (95, 5), (80, 20)), Row(Boris, (95, 5), (40, 60))]);
        figures = new ReportFigures(Week, now, FindCoaching.Falling(now, before, Card), FindCoaching.Agents(now, Card), new Dictionary<Guid, string> { [Anna] = "Anna Sample", [Boris] = "Boris Sample" });
    }

    [Fact]
    public void Falling_criterion_is_told_and_a_steady_one_is_not() => Assert.Equal(["Says <why>"], figures.Falling.Select(item => item.Title));

    [Fact]
    public void Agent_below_the_team_is_to_be_coached_and_the_other_is_not() => Assert.Equal([Boris], figures.Coaching.Select(item => item.AgentId));

    [Theory]
    [InlineData("en", "Earshot: weekly report, 16 November – 22 November 2026")]
    [InlineData("ru", "Earshot: отчёт за неделю, 16 ноября – 22 ноября 2026")]
    public void Subject_has_the_period_and_no_name(string language, string expected) => Assert.Equal(expected, WriteReport.Subject(ReportRhythm.Weekly, Week, language));

    [Fact]
    public void Letter_leads_to_the_calls_and_to_its_end()
    {
        var text = Written("en").Text();

        Assert.Contains($"https://earshot.example/dashboards/failing?version=3&criterion=1&from=2026-11-16&to=2026-11-22&agent={Boris}", text, StringComparison.Ordinal);
        Assert.Contains("https://earshot.example/reports/leave?token=t", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_of_a_criterion_can_bring_no_markup_into_the_letter()
    {
        var html = Written("ru").Html();

        Assert.Contains("Says &lt;why&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<why>", html, StringComparison.Ordinal);
    }

    private Sheet Written(string language) => WriteReport.Write(figures, language, new Uri("https://earshot.example"), new Uri("https://earshot.example/reports/leave?token=t"));

    private static CriteriaRow Row(Guid agent, params (long Met, long Unmet)[] criteria) => new(agent, new Sample(100, 8000, 650000), [.. criteria.Select(count => new CriterionCount(count.Met, count.Unmet))]);

    private static Dashboard Made(CriteriaRow[] rows)
    {
        var totals = Totals.None with { Calls = 200, Score = new Sample(200, 16000, 1300000) };
        return new Dashboard(totals, totals, [.. rows.Select(row => new AgentTotals(row.AgentId, totals, totals))], [], rows);
    }
}
