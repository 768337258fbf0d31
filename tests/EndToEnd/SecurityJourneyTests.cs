using Earshot.Platform.Accounts.SecondFactor;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>A person makes the way in safe: passkey, authenticator, recovery code, sessions, and the demand of the organization.</summary>
public sealed class SecurityJourneyTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const string Password = "nine quiet harbours glow";
    private const string Email = "vera@example.com";

    // Passkeys need a name; an address of numbers is none.
    private string Home => product.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task Person_sets_up_passkey_and_authenticator_and_comes_back_with_each()
    {
        await using var context = await product.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", TimezoneId = "Europe/Moscow" });
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        page.PageError += (_, error) => problems.Add(error);
        await VirtualAuthenticator.AddAsync(context, page);

        await product.JoinAsync(page, "Southwind", "Vera Example", Email, Password, product.OwnerLink.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        var firstCodes = await AddPasskeyAsync(page);
        await LeaveAsync(page);
        await EnterWithPasskeyAsync(page);
        var (key, codes) = await SetUpAuthenticatorAsync(page);
        await PictureAsync(page, "security");
        await LeaveAsync(page);
        await EnterWithCodeAsync(page, Code(key, 1));
        await LeaveAsync(page);
        await EnterWithCodeAsync(page, codes[0]);
        await EndOthersAsync(page, context);

        Assert.Equal(10, firstCodes.Count);
        Assert.Empty(codes.Intersect(firstCodes));
        Assert.Empty(problems);
    }

    private async Task<IReadOnlyList<string>> AddPasskeyAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/settings?tab=security");
        await page.FillAsync("#passkey-name", "Test laptop");
        await page.ClickAsync("[data-passkey-add]");
        await Expect(page.Locator("[data-codes-list] li")).ToHaveCountAsync(10);
        await PictureAsync(page, "codes");
        var codes = await page.Locator("[data-codes-list] li").AllTextContentsAsync();
        await page.ClickAsync("text=I have kept them");
        await Expect(page.GetByText("Test laptop")).ToBeVisibleAsync();
        return codes;
    }

    private static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("#password")).ToBeVisibleAsync();
    }

    private async Task EnterWithPasskeyAsync(IPage page)
    {
        await PictureAsync(page, "door");
        await page.ClickAsync("[data-passkey-sign-in]");
        await page.WaitForURLAsync($"{Home}/calls");
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAuthenticatorAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/settings?tab=security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        await PictureAsync(page, "authenticator");
        var key = await page.Locator("[data-key]").TextContentAsync() ?? string.Empty;
        await page.FillAsync("#authenticator-code", "000000");
        await page.ClickAsync("text=Turn on");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        Assert.Equal(key, await page.Locator("[data-key]").TextContentAsync());
        await page.FillAsync("#authenticator-code", Code(key, 0));
        await page.ClickAsync("text=Turn on");
        await Expect(page.Locator("[data-codes-list] li")).ToHaveCountAsync(10);
        return (key, await page.Locator("[data-codes-list] li").AllTextContentsAsync());
    }

    private async Task EnterWithCodeAsync(IPage page, string code)
    {
        await page.FillAsync("#email", Email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button.button-main");
        await Expect(page.Locator("#code")).ToBeVisibleAsync();
        await page.FillAsync("#code", code);
        await page.ClickAsync("button.button-main");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).ToBeVisibleAsync();
    }

    private async Task EndOthersAsync(IPage page, IBrowserContext context)
    {
        await page.GotoAsync($"{Home}/settings?tab=security");
        await Expect(page.GetByText("this browser", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("password and code").First).ToBeVisibleAsync();
        Assert.NotEmpty(await context.CookiesAsync());
    }

    // A code is good once; the one after the present one is accepted as well.
    private static string Code(string key, int ahead) => Totp.Code(FromBase32(key), Totp.StepAt(TimeProvider.System.GetUtcNow()) + ahead);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    // For people to look at: EARSHOT_PICTURES names the folder.
    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("EARSHOT_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}");
        }

        await page.SetViewportSizeAsync(1280, 720);
    }
}
