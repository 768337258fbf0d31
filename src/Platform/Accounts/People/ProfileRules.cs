namespace Earshot.Platform.Accounts.People;

/// <summary>What a name, a language of the screens and a time zone may be.</summary>
internal static class ProfileRules
{
    public static bool IsName(string? name) => name?.Trim().Length is >= 1 and <= 200 && !name.Any(char.IsControl);

    public static bool IsLanguage(string? language) => language is "en" or "ru";

    public static bool IsTimeZone(string? zone) => zone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId;
}
