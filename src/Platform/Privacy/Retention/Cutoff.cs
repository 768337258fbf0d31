using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>From when on something is old.</summary>
public static class Cutoff
{
    /// <summary>What started at this moment or before has lived through the whole period now.</summary>
    public static DateTimeOffset Before(DateTimeOffset now, Period period) => period.Unit switch
    {
        PeriodUnit.Instant => now,
        PeriodUnit.Days => now.AddDays(-period.Amount),
        PeriodUnit.Months => WholeMonths(now, period.Amount),
        PeriodUnit.Years => WholeMonths(now, period.Amount * 12),
        _ => throw new ArgumentOutOfRangeException(nameof(period), "Rows are not counted in working days."),
    };

    // On the last day of a month the periods of all days that this month does not have end as well.
    private static DateTimeOffset WholeMonths(DateTimeOffset now, int months)
    {
        var before = now.AddMonths(-months);
        var isLastDay = now.Day == DateTime.DaysInMonth(now.Year, now.Month);
        return isLastDay ? before.AddDays(DateTime.DaysInMonth(before.Year, before.Month) - before.Day) : before;
    }
}
