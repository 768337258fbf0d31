using System.Globalization;

namespace Earshot.Platform.Privacy.Calendar;

/// <summary>
/// Working days of one country. A version names where the days of a year come from, and every due date is kept with the version that
/// made it, so that a later decree does not change a promise that was given.
/// </summary>
public sealed class ProductionCalendar
{
    private readonly Func<int, CalendarYear> rules;
    private readonly Dictionary<int, CalendarYear> years = [];
    private readonly Lock filling = new();

    internal ProductionCalendar(Func<int, CalendarYear> rules) => this.rules = rules;

    /// <summary>Russia: Labour Code, article 112, and the yearly decrees of the Government on moved days off.</summary>
    public static ProductionCalendar Russian { get; } = new(RussianYears.Of);

    /// <summary>Saturday and Sunday are off, nothing else: for laws that count months, or days of any kind.</summary>
    public static ProductionCalendar WeekendsOnly { get; } = new(year => new CalendarYear(string.Create(CultureInfo.InvariantCulture, $"weekends-{year}"), new HashSet<DateOnly>(), new HashSet<DateOnly>()));

    public bool IsWorkingDay(DateOnly day)
    {
        var year = Year(day.Year);
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? year.Working.Contains(day) : !year.Free.Contains(day);
    }

    /// <summary>The day on which a period of working days ends. It starts on the day after <paramref name="from"/> (Civil Code, article 191).</summary>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        var day = from;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when that day is past.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var (first, last, sign) = from <= to ? (from, to, 1) : (to, from, -1);
        var days = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return sign * days;
    }

    /// <summary>The same day, or the next one on which people work.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Where the days of a year come from.</summary>
    public string VersionOf(int year) => Year(year).Version;

    private CalendarYear Year(int year)
    {
        lock (filling)
        {
            return years.TryGetValue(year, out var known) ? known : years[year] = rules(year);
        }
    }
}

/// <summary>The days of a year that are not as the week says.</summary>
/// <param name="Version">Where they come from.</param>
/// <param name="Free">Days from Monday to Friday on which nobody works.</param>
/// <param name="Working">Saturdays and Sundays on which people work.</param>
internal sealed record CalendarYear(string Version, IReadOnlySet<DateOnly> Free, IReadOnlySet<DateOnly> Working);
