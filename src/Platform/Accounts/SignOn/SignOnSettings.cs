namespace Earshot.Platform.Accounts.SignOn;

/// <summary>
/// Outside sign-on that the operator switched on; nothing by default.
/// <list type="table">
/// <item><term>EARSHOT_YANDEX_CLIENT_ID, _SECRET</term><description>Yandex ID. EARSHOT_YANDEX_URL and EARSHOT_YANDEX_PROFILE_URL move it, for rehearsals.</description></item>
/// <item><term>EARSHOT_VK_CLIENT_ID</term><description>VK ID. EARSHOT_VK_URL moves it.</description></item>
/// <item><term>EARSHOT_GOOGLE_CLIENT_ID, _SECRET</term><description>Google. EARSHOT_GOOGLE_URL moves it.</description></item>
/// <item><term>EARSHOT_SIGN_ON_HOSTS</term><description>Hosts in the operator's own network where an organization's identity provider may live, with commas.</description></item>
/// </list>
/// </summary>
public sealed record SignOnSettings
{
    public IReadOnlyList<SignOnProvider> Providers { get; init; } = [];

    /// <summary>Private hosts that connections of organizations may lead to.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <exception cref="PlatformSettingsException">An address is none.</exception>
    public static SignOnSettings Read(Func<string, string?> environment) => new()
    {
        Providers = [.. new[] { Yandex(environment), Vk(environment), Google(environment) }.OfType<SignOnProvider>()],
        OwnHosts = environment("EARSHOT_SIGN_ON_HOSTS")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
    };

    private static SignOnProvider? Yandex(Func<string, string?> environment) => environment("EARSHOT_YANDEX_CLIENT_ID") is { Length: > 0 } client
        ? new("yandex", SignOnKind.Yandex, client, environment("EARSHOT_YANDEX_CLIENT_SECRET"), Address(environment, "EARSHOT_YANDEX_URL", "https://oauth.yandex.ru"))
        {
            Title = "Yandex ID",
            Profile = Address(environment, "EARSHOT_YANDEX_PROFILE_URL", "https://login.yandex.ru/info"),
        }
        : null;

    private static SignOnProvider? Vk(Func<string, string?> environment) => environment("EARSHOT_VK_CLIENT_ID") is { Length: > 0 } client
        ? new("vk", SignOnKind.Vk, client, null, Address(environment, "EARSHOT_VK_URL", "https://id.vk.ru")) { Title = "VK ID" }
        : null;

    private static SignOnProvider? Google(Func<string, string?> environment) => environment("EARSHOT_GOOGLE_CLIENT_ID") is { Length: > 0 } client
        ? new("google", SignOnKind.OpenId, client, environment("EARSHOT_GOOGLE_CLIENT_SECRET"), Address(environment, "EARSHOT_GOOGLE_URL", "https://accounts.google.com")) { Title = "Google" }
        : null;

    private static Uri Address(Func<string, string?> environment, string name, string usual) =>
        Uri.TryCreate(environment(name) is { Length: > 0 } given ? given : usual, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw new PlatformSettingsException($"{name} must be an address such as {usual}.");
}
