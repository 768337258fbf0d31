namespace Earshot.Platform.Scoring.Reports;

/// <summary>When a report is due: every day, or every Monday, from seven in the morning of its reader.</summary>
public static class ReportRhythm
{
    public const string Daily = "daily";
    public const string Weekly = "weekly";

    private static readonly TimeSpan Morning = TimeSpan.FromHours(7);

    public static bool IsKnown(string rhythm) => rhythm is Daily or Weekly;

    /// <summary>How many days a report tells of.</summary>
    public static int Days(string rhythm) => rhythm == Weekly ? 7 : 1;

    /// <summary>
    /// The last day that a report of this moment tells of; a report is due when an earlier one did not reach it. Reckoned by the wall clock of
    /// the reader, so that a change of the clocks neither doubles nor drops a report. Sums are those of UTC days: a day must be over there too.
    /// </summary>
    public static DateOnly LastDay(string rhythm, DateTimeOffset now, TimeZoneInfo zone)
    {
        var here = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime - Morning).AddDays(-1);
        return Complete(rhythm, here < OverInUtc(now) ? here : OverInUtc(now));
    }

    /// <summary>No zone has a later one now.</summary>
    public static DateOnly LatestDay(string rhythm, DateTimeOffset now) => Complete(rhythm, OverInUtc(now));

    private static DateOnly OverInUtc(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);

    // A week ends on Sunday.
    private static DateOnly Complete(string rhythm, DateOnly day) => rhythm == Weekly ? day.AddDays(-(int)day.DayOfWeek) : day;
}
