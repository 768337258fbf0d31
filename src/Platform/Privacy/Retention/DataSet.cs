using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>Periods that an organization may choose, in the unit of the default.</summary>
public sealed record RetentionBounds(int Least, int Most);

/// <summary>Rows that one timer erases, with the statements that count and erase those that are due.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Timer">The timer of the policy; null: a rule of our own for data that no clause names.</param>
/// <param name="What">What it is.</param>
/// <param name="Limit">How long it is kept; null: as long as something else says, unless the organization chooses.</param>
/// <param name="Bounds">What the organization may choose; null: nothing.</param>
/// <param name="Overdue">Counts the rows that are due: <c>@organization</c>, <c>@cutoff</c>.</param>
/// <param name="Erase">Erases a batch of them and answers rows and ids: <c>@organization</c>, <c>@cutoff</c>, <c>@now</c>, <c>@batch</c>.</param>
public sealed record DataSet(string Id, string? Timer, string What, Period? Limit, RetentionBounds? Bounds, string Overdue, string Erase)
{
    /// <summary>The period that holds: the organization's own inside the bounds, else the default. Null: none of its own.</summary>
    public Period? Effective(int? chosen) => (chosen, Bounds) switch
    {
        ({ } amount, { } bounds) => new Period(Math.Clamp(amount, bounds.Least, bounds.Most), Limit?.Unit ?? PeriodUnit.Days),
        _ => Limit,
    };
}
