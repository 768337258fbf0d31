using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Dashboards;

/// <summary>Days as the organization counts them: by the time zone of its settings.</summary>
public sealed class OrganizationDays(PlatformDb db, TimeProvider clock)
{
    public async Task<TimeZoneInfo> ZoneAsync(CancellationToken ct) =>
        Find(await db.Database.SqlQuery<string>($"""select scoring.zone() as "Value" """).SingleAsync(ct));

    public async Task<DateOnly> TodayAsync(CancellationToken ct) => Of(clock.GetUtcNow(), await ZoneAsync(ct));

    /// <summary>UTC where a zone is not known.</summary>
    internal static TimeZoneInfo Find(string? name) => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    internal static DateOnly Of(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>When a day begins.</summary>
    internal static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
