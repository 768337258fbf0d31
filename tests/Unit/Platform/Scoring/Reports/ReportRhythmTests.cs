using Earshot.Platform.Scoring.Reports;

namespace Earshot.Unit.Platform.Scoring.Reports;

/// <summary>When reports come, by a clock that the test turns in steps of five minutes.</summary>
public sealed class ReportRhythmTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    // Europe/Berlin: clocks go back on 2026-10-25 and forward on 2027-03-28; Moscow knows no change; Auckland's morning is before the end of the UTC day.
    [Theory]
    [InlineData("Europe/Berlin", "2026-10-20", "05:00 05:00 05:00 05:00 05:00 06:00 06:00")]
    [InlineData("Europe/Berlin", "2027-03-23", "06:00 06:00 06:00 06:00 06:00 05:00 05:00")]
    [InlineData("Europe/Moscow", "2026-10-20", "04:00 04:00 04:00 04:00 04:00 04:00 04:00")]
    [InlineData("America/New_York", "2026-10-28", "11:00 11:00 11:00 11:00 12:00 12:00 12:00")]
    [InlineData("Pacific/Auckland", "2026-10-20", "00:00 00:00 00:00 00:00 00:00 00:00 00:00")]
    public void Daily_report_comes_once_a_day_at_seven_of_its_reader_through_a_week_with_a_change_of_clocks(string zone, string from, string hours)
    {
        var sent = Walk(ReportRhythm.Daily, zone, from, days: 7);

        Assert.Equal(hours, string.Join(' ', sent.Select(letter => letter.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(7, sent.Select(letter => letter.Day).Distinct().Count());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-26 06:00 2026-10-25, 2026-11-02 06:00 2026-11-01")]
    [InlineData("Europe/Moscow", "2026-10-26 04:00 2026-10-25, 2026-11-02 04:00 2026-11-01")]
    [InlineData("Pacific/Auckland", "2026-10-26 00:00 2026-10-25, 2026-11-02 00:00 2026-11-01")]
    public void Weekly_report_comes_on_Monday_and_ends_with_Sunday(string zone, string expected)
    {
        var sent = Walk(ReportRhythm.Weekly, zone, "2026-10-20", days: 14);

        Assert.Equal(expected, string.Join(", ", sent.Select(letter => FormattableString.Invariant($"{letter.At:yyyy-MM-dd HH:mm} {letter.Day:yyyy-MM-dd}"))));
    }

    [Fact]
    public void After_days_without_a_server_one_report_comes_and_not_one_for_each_day()
    {
        var told = new DateOnly(2026, 10, 1);
        var now = new DateTimeOffset(2026, 10, 9, 12, 0, 0, TimeSpan.Zero);

        var day = ReportRhythm.LastDay(ReportRhythm.Daily, now, TimeZoneInfo.Utc, TimeZoneInfo.Utc);

        Assert.True(day > told);
        Assert.Equal(new DateOnly(2026, 10, 8), day);
    }

    [Theory]
    [InlineData("Pacific/Auckland", "Pacific/Auckland", "2026-10-20T18:05:00Z", "2026-10-20")] // seven in the morning of the 21st
    [InlineData("Pacific/Auckland", "UTC", "2026-10-20T18:05:00Z", "2026-10-19")] // the 20th is not over there
    [InlineData("America/New_York", "Europe/Moscow", "2026-10-20T21:30:00Z", "2026-10-19")] // Moscow is further, the reader sleeps at seven
    public void A_day_is_told_when_it_is_over_for_the_organization_and_the_reader_is_up(string reader, string organization, string now, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            ReportRhythm.LastDay(
                ReportRhythm.Daily, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(reader), TimeZoneInfo.FindSystemTimeZoneById(organization)));

    private static List<(DateTimeOffset At, DateOnly Day)> Walk(string rhythm, string zoneName, string from, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var now = DateTimeOffset.Parse(from + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var end = now.AddDays(days);
        var told = ReportRhythm.LastDay(rhythm, now.AddMinutes(-5), zone, TimeZoneInfo.Utc);
        var sent = new List<(DateTimeOffset At, DateOnly Day)>();
        for (; now < end; now += Step)
        {
            if (ReportRhythm.LastDay(rhythm, now, zone, TimeZoneInfo.Utc) is var day && day > told)
            {
                sent.Add((now, day));
                told = day;
            }
        }

        return sent;
    }
}
