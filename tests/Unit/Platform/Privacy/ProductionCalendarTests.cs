using System.Globalization;
using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Unit.Platform.Privacy;

public sealed class ProductionCalendarTests
{
    // Decrees 1335 of 2024-10-04 and 1466 of 2025-09-24; 2027: article 112 of the Labour Code alone.
    [Theory]
    [InlineData("2025-01-08", false)]
    [InlineData("2025-01-09", true)]
    [InlineData("2025-02-24", true)]
    [InlineData("2025-05-02", false)]
    [InlineData("2025-05-08", false)]
    [InlineData("2025-06-13", false)]
    [InlineData("2025-11-01", true)]
    [InlineData("2025-11-03", false)]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-09", false)]
    [InlineData("2026-01-12", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-05-01", false)]
    [InlineData("2026-05-11", false)]
    [InlineData("2026-05-12", true)]
    [InlineData("2026-06-12", false)]
    [InlineData("2026-11-04", false)]
    [InlineData("2026-11-07", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-08", false)]
    [InlineData("2027-01-11", true)]
    [InlineData("2027-05-03", false)]
    [InlineData("2027-05-10", false)]
    [InlineData("2027-06-14", false)]
    public void Day_is_a_working_day_or_not(string day, bool expected) => Assert.Equal(expected, ProductionCalendar.Russian.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData(2025, 247)]
    [InlineData(2026, 247)]
    public void Year_has_as_many_working_days_as_its_decree_says(int year, int expected) =>
        Assert.Equal(expected, ProductionCalendar.Russian.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2025-12-19", 10, "2026-01-14")] // over the New Year
    [InlineData("2025-12-30", 1, "2026-01-12")]
    [InlineData("2026-04-29", 10, "2026-05-15")] // over May
    [InlineData("2026-04-30", 5, "2026-05-08")]
    [InlineData("2025-10-31", 1, "2025-11-01")] // a Saturday that the decree made a working day
    [InlineData("2026-11-21", 10, "2026-12-04")] // received on a Saturday
    [InlineData("2026-11-03", 14, "2026-11-24")]
    [InlineData("2026-11-03", 0, "2026-11-03")]
    public void Working_days_are_counted_from_the_next_day(string from, int days, string due) =>
        Assert.Equal(Day(due), ProductionCalendar.Russian.Add(Day(from), days));

    [Theory]
    [InlineData("2025-12-19", "2026-01-14", 10)]
    [InlineData("2026-01-14", "2025-12-19", -10)]
    [InlineData("2026-05-12", "2026-05-12", 0)]
    public void Working_days_that_are_left_are_counted_the_same_way(string from, string to, int expected) =>
        Assert.Equal(expected, ProductionCalendar.Russian.Between(Day(from), Day(to)));

    [Theory]
    [InlineData(2026, "decree 1466")]
    [InlineData(2027, "no decree yet")]
    public void Version_says_where_the_days_come_from(int year, string part) => Assert.Contains(part, ProductionCalendar.Russian.VersionOf(year), StringComparison.Ordinal);

    [Theory]
    [InlineData("ru", "2026-04-29", "2026-05-15")]
    [InlineData("eu", "2026-01-30", "2026-03-02")] // the last of February is a Saturday
    [InlineData("eu", "2026-04-15", "2026-05-15")]
    [InlineData("eu", "2027-12-31", "2028-01-31")]
    [InlineData("ae", "2026-04-15", "2026-05-15")]
    public void Answer_is_due_as_the_law_of_the_region_says(string region, string received, string due)
    {
        var law = LawProfile.Of(region);

        Assert.Equal(Day(due), law.Due(Day(received), law.Answer).Day);
    }

    [Fact]
    public void Day_ends_at_midnight_where_the_controller_is() => Assert.Equal(
        new DateTimeOffset(2026, 5, 15, 21, 0, 0, TimeSpan.Zero), LawProfile.EndOf(new DateOnly(2026, 5, 15), TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow")));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
