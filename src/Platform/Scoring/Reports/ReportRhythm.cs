using Earshot.Platform.Scoring.Dashboards;

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
    /// the reader, so that a change of the clocks neither doubles nor drops a report. Sums are those of days of the organization: a day must be over there too.
    /// </summary>
    /// <param name="rhythm">Daily or weekly.</param>
    /// <param name="now">This moment.</param>
    /// <param name="reader">By whose clock it is seven.</param>
    /// <param name="organization">By whose days the sums are.</param>
    public static DateOnly LastDay(string rhythm, DateTimeOffset now, TimeZoneInfo reader, TimeZoneInfo organization)
    {
        var here = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, reader).DateTime - Morning).AddDays(-1);
        var there = Over(now, organization);
        return Complete(rhythm, here < there ? here : there);
    }

    /// <summary>No reader has a later one now.</summary>
    public static DateOnly LatestDay(string rhythm, DateTimeOffset now, TimeZoneInfo organization) => Complete(rhythm, Over(now, organization));

    private static DateOnly Over(DateTimeOffset now, TimeZoneInfo organization) => OrganizationDays.Of(now, organization).AddDays(-1);

    // A week ends on Sunday.
    private static DateOnly Complete(string rhythm, DateOnly day) => rhythm == Weekly ? day.AddDays(-(int)day.DayOfWeek) : day;
}
