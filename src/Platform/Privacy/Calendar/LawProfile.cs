namespace Earshot.Platform.Privacy.Calendar;

/// <summary>A length of time as laws write it.</summary>
public enum PeriodUnit
{
    Instant,
    Days,
    BusinessDays,
    Months,
    Years,
}

/// <summary>A number of days, working days, months or years.</summary>
public readonly record struct Period(int Amount, PeriodUnit Unit)
{
    public static readonly Period AtOnce = new(0, PeriodUnit.Instant);

    public static Period Days(int days) => new(days, PeriodUnit.Days);

    public static Period BusinessDays(int days) => new(days, PeriodUnit.BusinessDays);

    public static Period Months(int months) => new(months, PeriodUnit.Months);

    public static Period Years(int years) => new(years, PeriodUnit.Years);

    /// <summary>As receipts write it (ISO 8601; working days with a B).</summary>
    public override string ToString() => Unit switch
    {
        PeriodUnit.Instant => "PT0S",
        PeriodUnit.Days => $"P{Amount}D",
        PeriodUnit.BusinessDays => $"P{Amount}BD",
        PeriodUnit.Months => $"P{Amount}M",
        _ => $"P{Amount}Y",
    };
}

/// <summary>A day by whose end something must be done, and the calendar that says so.</summary>
public readonly record struct DueDay(DateOnly Day, string CalendarVersion);

/// <summary>What the law of a region says about deadlines (clause A35).</summary>
/// <param name="Region">ru, eu or ae.</param>
/// <param name="Law">Its name.</param>
/// <param name="Calendar">Which days count.</param>
/// <param name="Answer">To answer a data subject.</param>
/// <param name="Extension">By how much the answer may be put off, once, with reasons sent.</param>
/// <param name="Authority">To answer the supervisory authority: days of any kind, as the policy does not say working days.</param>
/// <param name="Claim">To answer a claim in writing.</param>
/// <param name="Stop">To stop processing after consent is withdrawn.</param>
/// <param name="Destroy">To destroy the data after that.</param>
public sealed record LawProfile(
    string Region, string Law, ProductionCalendar Calendar, Period Answer, Period Extension, Period Authority, Period Claim, Period Stop, Period Destroy)
{
    public static readonly IReadOnlyList<LawProfile> All =
    [
        new("ru", "152-FZ", ProductionCalendar.Russian, Period.BusinessDays(10), Period.BusinessDays(5), Period.Days(10), Period.BusinessDays(14), Period.BusinessDays(10), Period.Days(30)),
        new("eu", "GDPR", ProductionCalendar.WeekendsOnly, Period.Months(1), Period.Months(2), Period.Days(10), Period.BusinessDays(14), Period.BusinessDays(10), Period.Days(30)),
        new("ae", "Federal Decree-Law 45/2021", ProductionCalendar.WeekendsOnly, Period.Days(30), Period.Days(30), Period.Days(10), Period.BusinessDays(14), Period.BusinessDays(10), Period.Days(30)),
    ];

    public static LawProfile Of(string region) => All.Single(profile => profile.Region == region);

    /// <summary>
    /// The last day of a period that starts with what happened on <paramref name="from"/>. Months and years end on the same date, or on the
    /// last day of a shorter month; under the GDPR a month that ends on a day off ends on the next working day (Regulation 1182/71, article 3).
    /// </summary>
    public DueDay Due(DateOnly from, Period period)
    {
        var day = period.Unit switch
        {
            PeriodUnit.Instant => from,
            PeriodUnit.Days => from.AddDays(period.Amount),
            PeriodUnit.BusinessDays => Calendar.Add(from, period.Amount),
            PeriodUnit.Months => from.AddMonths(period.Amount),
            _ => from.AddYears(period.Amount),
        };
        var last = Region == "eu" && period.Unit is PeriodUnit.Months ? Calendar.NextWorkingDay(day) : day;
        return new DueDay(last, period.Unit is PeriodUnit.BusinessDays || Region == "eu" ? Calendar.VersionOf(last.Year) : "days of any kind");
    }

    /// <summary>The moment at which the last day is over, where the controller is.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day that a moment belongs to, where the controller is.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
