namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>Which events are looked for; what is null is not asked.</summary>
/// <param name="Action">Beginning of the name of the act, such as <c>call.</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="About">What or whose it was: id of the object or the subject.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public sealed record AuditFilter(string? Action = null, Guid? Actor = null, Guid? About = null, DateOnly? From = null, DateOnly? To = null)
{
    internal DateTimeOffset Since => From is { } day ? Start(day) : DateTimeOffset.MinValue;

    internal DateTimeOffset Until => To is { } day && day < DateOnly.MaxValue ? Start(day.AddDays(1)) : DateTimeOffset.MaxValue;

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
