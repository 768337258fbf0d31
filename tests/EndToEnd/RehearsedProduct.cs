using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>The product over HTTPS with open registration, and `earshot doubles` in the place of Yandex ID, VK ID, Google and a company's provider.</summary>
public sealed class RehearsedProduct : RunningProduct
{
    public const string Password = "nine quiet harbours glow";

    private Process? doubles;

    /// <summary>Where the stand-ins are.</summary>
    public string Doubles { get; private set; } = string.Empty;

    protected override string Host => "https://localhost";

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["EARSHOT_TLS_CERTIFICATE"] = Path.Combine(Data, "site.pem"),
        ["EARSHOT_TLS_KEY"] = Path.Combine(Data, "site.key"),
        ["EARSHOT_OPEN_REGISTRATION"] = "true",
        ["EARSHOT_SIGN_ON_HOSTS"] = "127.0.0.1",
        ["EARSHOT_YANDEX_CLIENT_ID"] = "earshot",
        ["EARSHOT_YANDEX_CLIENT_SECRET"] = "any",
        ["EARSHOT_YANDEX_URL"] = $"{Doubles}/yandex/",
        ["EARSHOT_YANDEX_PROFILE_URL"] = $"{Doubles}/yandex/info",
        ["EARSHOT_VK_CLIENT_ID"] = "earshot",
        ["EARSHOT_VK_URL"] = $"{Doubles}/vk/",
        ["EARSHOT_GOOGLE_CLIENT_ID"] = "earshot",
        ["EARSHOT_GOOGLE_CLIENT_SECRET"] = "any",
        ["EARSHOT_GOOGLE_URL"] = $"{Doubles}/google",
    };

    public override async Task DisposeAsync()
    {
        doubles?.Kill(entireProcessTree: true);
        doubles?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>A browser of a new person.</summary>
    internal Task<IBrowserContext> NewBrowserAsync() => Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", TimezoneId = "Europe/Moscow", IgnoreHTTPSErrors = true });

    /// <summary>A new organization registers on the public page; the browser solves the puzzle.</summary>
    internal async Task RegisterAsync(IPage page, string organization, string email)
    {
        await page.GotoAsync($"{Address}/register");
        await page.FillAsync("#organization", organization);
        await page.FillAsync("#name", "Vera Example");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Password);
        await page.CheckAsync("input[name='Form.Accepts']");
        await page.ClickAsync("[data-captcha-wait]");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    protected override async Task PrepareAsync()
    {
        WriteCertificate();
        Doubles = $"http://127.0.0.1:{FreePort()}";
        doubles = Run("doubles", "--urls", Doubles, "--server", Address);
        while (await doubles.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Stand-ins are at", StringComparison.Ordinal))
        {
        }

        _ = doubles.StandardOutput.ReadToEndAsync();
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        File.WriteAllText(Path.Combine(Data, "site.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(Data, "site.pem"), made.ExportCertificatePem());
    }
}
