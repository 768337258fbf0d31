using Earshot.Web.Components;

namespace Earshot.Web.Pages.Settings;

/// <summary>The zones that a select offers.</summary>
internal static class TimeZones
{
    private static readonly string[] Common =
    [
        "UTC", "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Warsaw", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul", "Europe/Kaliningrad",
        "Europe/Moscow", "Europe/Samara", "Asia/Dubai", "Asia/Tbilisi", "Asia/Yerevan", "Asia/Yekaterinburg", "Asia/Tashkent", "Asia/Almaty", "Asia/Omsk", "Asia/Novosibirsk",
        "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka", "Asia/Riyadh", "Asia/Kolkata", "Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo",
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo",
    ];

    /// <summary>The common ones, and the one that is chosen already.</summary>
    public static IEnumerable<Choice> Choices(string? chosen) =>
        Common.Append(chosen ?? "UTC").Distinct(StringComparer.Ordinal).Select(zone => new Choice(zone, zone.Replace('_', ' ')));
}
