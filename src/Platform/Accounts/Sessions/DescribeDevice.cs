namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Browser and system in a few words. The full User-Agent is not kept: it would tell more than anybody needs.</summary>
internal static class DescribeDevice
{
    // Order matters: Edge and Opera also call themselves Chrome, Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser", "Yandex Browser"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string From(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent))
        {
            return "unknown";
        }

        var browser = Find(Browsers, userAgent) ?? "other browser";
        return Find(Systems, userAgent) is { } system ? $"{browser}, {system}" : browser;
    }

    private static string? Find((string Mark, string Name)[] table, string userAgent) =>
        table.FirstOrDefault(row => userAgent.Contains(row.Mark, StringComparison.Ordinal)).Name;
}
