using System.Globalization;

namespace Earshot.Platform.Privacy.Calendar;

/// <summary>
/// The Russian calendar. Holidays are those of article 112 of the Labour Code; one that falls on a weekend gives the next working day
/// free, except in January, unless the year's decree moves it elsewhere. A year without a decree here is counted by the code alone: that
/// gives more working days than the decree will, so a due date is rather too early than too late.
/// </summary>
internal static class RussianYears
{
    private static readonly (int Month, int Day)[] Holidays =
        [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)];

    // Each decree: its version, and the days off that it moves.
    private static readonly Dictionary<int, (string Version, string[] Moves)> Decrees = new()
    {
        [2025] = ("ru-2025 decree 1335 of 2024-10-04", ["01-04>05-02", "01-05>12-31", "02-23>05-08", "03-08>06-13", "11-01>11-03"]),
        [2026] = ("ru-2026 decree 1466 of 2025-09-24", ["01-03>01-09", "01-04>12-31"]),
    };

    public static CalendarYear Of(int year)
    {
        var decree = Decrees.GetValueOrDefault(year, (string.Create(CultureInfo.InvariantCulture, $"ru-{year} Labour Code, no decree yet"), []));
        var moves = decree.Item2.Select(move => (From: Day(year, move[..5]), To: Day(year, move[6..]))).ToList();
        var holidays = Holidays.Select(day => new DateOnly(year, day.Month, day.Day)).ToHashSet();
        var free = holidays.Concat(moves.Select(move => move.To)).ToHashSet();
        foreach (var holiday in holidays.Where(day => IsWeekend(day) && day.Month != 1 && moves.TrueForAll(move => move.From != day)).Order())
        {
            free.Add(NextFree(holiday, free));
        }

        // A day off that is no holiday becomes a working day when it is moved.
        return new CalendarYear(decree.Item1, free, moves.Select(move => move.From).Where(day => !holidays.Contains(day)).ToHashSet());
    }

    private static DateOnly NextFree(DateOnly holiday, HashSet<DateOnly> free)
    {
        var day = holiday;
        while (IsWeekend(day) || free.Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Day(int year, string text) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year}-{text}"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
