using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>What happens when a timer runs out.</summary>
public enum TimerDuty
{
    /// <summary>Rows are erased.</summary>
    Erase,

    /// <summary>A person must have been answered.</summary>
    Answer,

    /// <summary>Processing stops.</summary>
    Stop,

    /// <summary>A consent is asked for again.</summary>
    AskAgain,

    /// <summary>A document takes force.</summary>
    TakeForce,
}

/// <summary>A period that the privacy policy promises.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="What">What it is about.</param>
/// <param name="Limit">How long; an organization may have its own inside the bounds of <see cref="DataSet"/>.</param>
/// <param name="StartsAt">What starts it.</param>
/// <param name="Duty">What happens when it runs out.</param>
/// <param name="Clauses">Clauses of the policy.</param>
/// <param name="WaitsFor">Module that has the data and is not built yet; null: the timer runs.</param>
public sealed record RetentionTimer(string Id, string What, Period Limit, string StartsAt, TimerDuty Duty, IReadOnlyList<string> Clauses, string? WaitsFor = null)
{
    public bool IsBuilt => WaitsFor is null;

    /// <summary>The last day of the period under a law, for what started on <paramref name="from"/>.</summary>
    public DueDay Due(LawProfile law, DateOnly from) => law.Due(from, Limit);
}
