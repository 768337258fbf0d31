using System.Globalization;
using System.Text.RegularExpressions;
using Earshot.Platform.Privacy.Calendar;
using Earshot.Platform.Privacy.Retention;
using Earshot.Unit.Web;

namespace Earshot.Unit.Platform.Privacy;

public sealed class RetentionTimerTests
{
    // The table of the policy: every timer, what starts it, and the last day of its period. Over New Year and May where days are working days.
    [Theory]
    [InlineData("audio", "2026-04-30", "2026-04-30")]
    [InlineData("content", "2026-04-30", "2027-04-30")]
    [InlineData("content", "2024-02-29", "2025-02-28")]
    [InlineData("account", "2025-12-25", "2026-01-24")]
    [InlineData("organization", "2025-12-25", "2026-01-24")]
    [InlineData("leads", "2026-04-30", "2026-07-29")]
    [InlineData("audit", "2026-11-21", "2033-11-21")]
    [InlineData("anti-abuse", "2025-12-25", "2026-02-23")]
    [InlineData("inquiry", "2026-05-09", "2027-05-09")]
    [InlineData("analytics-consent", "2026-05-09", "2027-05-09")]
    [InlineData("contract", "2024-02-29", "2027-02-28")]
    [InlineData("payments", "2026-12-31", "2031-12-31")]
    [InlineData("inactive-user", "2026-01-01", "2031-01-01")]
    [InlineData("destruction-after-withdrawal", "2025-12-25", "2026-01-24")]
    [InlineData("stop-after-withdrawal", "2025-12-25", "2026-01-20")]
    [InlineData("answer", "2025-12-25", "2026-01-20")]
    [InlineData("answer", "2026-04-29", "2026-05-15")]
    [InlineData("extension", "2026-05-08", "2026-05-18")]
    [InlineData("authority-request", "2025-12-31", "2026-01-10")]
    [InlineData("claim", "2025-12-25", "2026-01-26")]
    [InlineData("claim", "2026-04-29", "2026-05-21")]
    [InlineData("policy-change", "2026-04-15", "2026-05-15")]
    public void Timer_ends_on_its_day(string timer, string starts, string ends) =>
        Assert.Equal(Day(ends), RetentionTimers.All.Single(row => row.Id == timer).Due(LawProfile.Of("ru"), Day(starts)).Day);

    [Fact]
    public void All_nineteen_timers_are_there_once() => Assert.Equal(19, RetentionTimers.All.Select(timer => timer.Id).Distinct().Count());

    [Fact]
    public void Every_timer_is_driven_by_a_clock_in_some_test() => Assert.Empty(RetentionTimers.All.Select(timer => timer.Id).Except(Driven()));

    [Fact]
    public void A_timer_that_nobody_drives_is_found() => Assert.DoesNotContain("no-such-timer", Driven());

    [Fact]
    public void Timer_that_erases_and_is_built_has_its_data() => Assert.Empty(
        RetentionTimers.All.Where(timer => timer is { IsBuilt: true, Duty: TimerDuty.Erase }).Select(timer => timer.Id)
            .Except(DataSets.All.Select(set => set.Timer)).Except(ElsewhereErased));

    [Fact]
    public void Data_set_names_a_timer_that_is_there() =>
        Assert.Empty(DataSets.All.Select(set => set.Timer).OfType<string>().Except(RetentionTimers.All.Select(timer => timer.Id)));

    [Fact]
    public void Legal_hold_names_the_timer_that_ends_it() =>
        Assert.Empty(LegalHolds.All.Select(hold => hold.Timer).Except(RetentionTimers.All.Select(timer => timer.Id)));

    [Theory]
    [InlineData("2026-11-21", "months", 12, "2025-11-21")]
    [InlineData("2026-02-28", "months", 1, "2026-01-31")] // January 29, 30 and 31 have lived their month
    [InlineData("2026-02-27", "months", 1, "2026-01-27")]
    [InlineData("2025-02-28", "years", 1, "2024-02-29")]
    [InlineData("2026-03-31", "months", 1, "2026-02-28")]
    [InlineData("2026-01-24", "days", 30, "2025-12-25")]
    public void What_is_old_is_old_to_the_day(string now, string unit, int amount, string expected)
    {
        var period = unit switch { "days" => Period.Days(amount), "months" => Period.Months(amount), _ => Period.Years(amount) };

        Assert.Equal(At(expected), Cutoff.Before(At(now), period));
    }

    [Theory]
    [InlineData(null, 12)]
    [InlineData(3, 3)]
    [InlineData(0, 1)]
    [InlineData(5000, 120)]
    public void Organization_chooses_inside_the_bounds(int? chosen, int expected) =>
        Assert.Equal(Period.Months(expected), DataSets.All.Single(set => set.Id == DataSets.CallContent).Effective(chosen));

    [Fact]
    public void Fixed_period_can_not_be_chosen() => Assert.Equal(Period.Days(60), DataSets.All.Single(set => set.Id == "accounts.sign_in_addresses").Effective(900));

    // By their own statements: the end of an organization, requests of persons, the audit log.
    private static readonly string[] ElsewhereErased = ["organization", "contract", "destruction-after-withdrawal", "audit"];

    private static HashSet<string> Driven() =>
    [
        .. Directory.GetFiles(Repository.Path("tests", "Integration", "Privacy"), "*.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """\[Trait\("Timer", "(?<id>[a-z-]+)"\)\]""", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(match => match.Groups["id"].Value),
    ];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string day) => new(Day(day), new TimeOnly(10, 30), TimeSpan.Zero);
}
