using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>Registration past the puzzle, then every provider outside, in a browser over HTTPS.</summary>
public sealed class SignOnJourneyTests(RehearsedProduct product) : IClassFixture<RehearsedProduct>
{
    [Theory]
    [InlineData("Yandex ID")]
    [InlineData("VK ID")]
    [InlineData("Google")]
    public async Task Account_of_a_provider_is_linked_opens_the_door_and_is_unlinked(string provider)
    {
        await using var context = await product.NewBrowserAsync();
        var page = await context.NewPageAsync();
        await product.RegisterAsync(page, $"Company of {provider}", $"{provider.Split(' ')[0].ToLowerInvariant()}@example.com");

        await OpenSecurityAsync(page);
        await page.ClickAsync($"text=Link {provider}");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Unlink: {provider}" })).ToBeVisibleAsync();
        await LeaveAsync(page);
        await page.ClickAsync($"text=Continue with {provider}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).ToBeVisibleAsync();
        await OpenSecurityAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Unlink: {provider}" }).ClickAsync();
        await Expect(page.GetByText($"Link {provider}")).ToBeVisibleAsync();
        await LeaveAsync(page);
        await page.ClickAsync($"text=Continue with {provider}");

        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync(); // linked to nobody any more
    }

    [Fact]
    public async Task Company_connects_its_own_provider_and_a_colleague_joins_through_it()
    {
        await using var context = await product.NewBrowserAsync();
        var page = await context.NewPageAsync();
        await product.RegisterAsync(page, "Company of its own", "owner@company.example");
        await page.GotoAsync($"{product.Address}/settings?tab=sign-on");
        await page.FillAsync("#sign-on-name", "Company SSO");
        await page.FillAsync("#sign-on-issuer", $"{product.Doubles}/google");
        await page.FillAsync("#sign-on-client", "earshot");
        await page.FillAsync("#sign-on-secret", "any");
        await page.SelectOptionAsync("#sign-on-joins", "agent");
        await page.Locator("form:has(#sign-on-issuer) button.button-main").ClickAsync();
        await Expect(page.GetByText("Company SSO")).ToBeVisibleAsync();
        var way = await page.Locator(".copy code").First.InnerTextAsync();
        await using var other = await product.NewBrowserAsync();
        var colleague = await other.NewPageAsync();

        await colleague.GotoAsync(way);
        await colleague.CheckAsync("input[name='Form.Accepts']");
        await colleague.ClickAsync("button.button-wide");
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Name = "Calls" }).Or(colleague.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).First).ToBeVisibleAsync();
        await page.GotoAsync($"{product.Address}/team?tab=people");

        await Expect(page.GetByText("vera@example.com")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Second_factor_holds_at_the_door_of_a_provider_too()
    {
        await using var context = await product.NewBrowserAsync();
        var page = await context.NewPageAsync();
        await VirtualAuthenticator.AddAsync(context, page);
        await product.RegisterAsync(page, "Company with keys", "keys@example.com");
        await OpenSecurityAsync(page);
        await page.ClickAsync("text=Link VK ID");
        await OpenSecurityAsync(page);
        await page.FillAsync("#passkey-name", "Test laptop");
        await page.ClickAsync("[data-passkey-add]");
        await Expect(page.Locator("[data-codes-list] li")).ToHaveCountAsync(10);
        var codes = await page.Locator("[data-codes-list] li").AllTextContentsAsync();
        await page.ClickAsync("text=I have kept them");
        await LeaveAsync(page);

        await page.ClickAsync("text=Continue with VK ID");
        await page.FillAsync("#code", codes[0]);
        await page.ClickAsync("button.button-main");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).ToBeVisibleAsync();

        await OpenSecurityAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unlink: VK ID" }).ClickAsync(); // the stand-in knows one person only
        await Expect(page.GetByText("Link VK ID")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Registration_without_the_puzzle_solved_is_refused()
    {
        await using var context = await product.NewBrowserAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{product.Address}/register");
        await page.EvaluateAsync("() => { for (const e of document.querySelectorAll('[data-captcha-puzzle]')) e.replaceWith(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Form.Captcha', value: 'made up:1' })); }");
        await page.FillAsync("#organization", "Robots");
        await page.FillAsync("#name", "Robot Example");
        await page.FillAsync("#email", "robot@example.com");
        await page.FillAsync("#password", RehearsedProduct.Password);
        await page.CheckAsync("input[name='Form.Accepts']");

        await page.EvaluateAsync("() => document.querySelector('form:has(#organization)').submit()");

        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        Assert.EndsWith("/register", page.Url, StringComparison.Ordinal);
    }

    private Task<IResponse?> OpenSecurityAsync(IPage page) => page.GotoAsync($"{product.Address}/settings?tab=security");

    private static async Task LeaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("#password")).ToBeVisibleAsync();
    }
}
