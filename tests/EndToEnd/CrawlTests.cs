using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>A baseline scan by our own crawler, over HTTPS: as a stranger, and as an owner who has a call to read.</summary>
public sealed class CrawlTests(RehearsedProduct product, ITestOutputHelper output) : IClassFixture<RehearsedProduct>
{
    [Fact]
    public async Task A_stranger_finds_nothing_wrong_on_any_page()
    {
        await using var context = await product.NewBrowserAsync();
        var crawler = new WebCrawler(context, product.Address);

        await crawler.RunAsync("/", "/sign-in", "/register", "/privacy", "/trust", "/nothing-here", "/join?token=spent");

        output.WriteLine(crawler.Summary("stranger"));
        Assert.True(crawler.Pages > 10, crawler.Summary("stranger"));
        Assert.Equal(string.Empty, string.Join("; ", crawler.Findings));
    }

    [Fact]
    public async Task An_owner_finds_nothing_wrong_on_any_page()
    {
        await using var context = await product.NewBrowserAsync();
        var page = await context.NewPageAsync();
        await product.RegisterAsync(page, "Crawled", "crawler@example.com");
        await page.GotoAsync($"{product.Address}/settings?tab=agreement");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept the agreement" }).ClickAsync();
        await page.GotoAsync($"{product.Address}/upload");
        await page.SetInputFilesAsync("#files", [new FilePayload { Name = "call.txt", MimeType = "text/plain", Buffer = "Agent: Good morning.\nCustomer: Hello, thank you."u8.ToArray() }]);
        await Expect(page.Locator("#uploading .state-done")).ToHaveCountAsync(1);
        var crawler = new WebCrawler(context, product.Address);

        await crawler.RunAsync("/calls", "/settings", "/team", "/audit", "/data", "/scorecards", "/phrases", "/dashboards", "/upload");

        output.WriteLine(crawler.Summary("owner"));
        Assert.True(crawler.Pages > 25, crawler.Summary("owner"));
        Assert.Equal(string.Empty, string.Join("; ", crawler.Findings));
        Assert.Contains(await context.CookiesAsync(), cookie => cookie.Name == "__Host-earshot-form");
    }

    [Fact]
    public async Task The_crawler_sees_a_page_that_is_wrong_in_every_way()
    {
        await using var context = await product.NewBrowserAsync();
        await context.RouteAsync("https://wrong.example/**", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Server"] = "Example/1.0", ["Set-Cookie"] = "earshot=1", ["Access-Control-Allow-Origin"] = "*", ["Content-Type"] = "text/html" },
            Body = """<!doctype html><style>p{}</style><script src="http://other.example/a.js"></script><form method="post" action="https://other.example/"><input type="password"></form><a target="_blank" rel="opener" href="/x" onclick="x()">x</a><p>System.InvalidOperationException</p>""",
        }));
        await context.RouteAsync("http://other.example/**", route => route.AbortAsync());
        var crawler = new WebCrawler(context, "https://wrong.example");

        await crawler.RunAsync("/");

        string[] expected =
        [
            "inline style", "inline handler", "loaded from elsewhere", "window that can reach", "without protection", "leads elsewhere", "password keepers", "scripts read", "inside of an error",
            "mixed content", "somebody else", "no nosniff", "names its server", "no HSTS", "other origins", "no default-src", "no frame-ancestors", "against leaks", "no charset",
            "without HttpOnly", "without Secure", "without __Host-",
        ];
        Assert.All(expected, rule => Assert.Contains(crawler.Findings, found => found.Contains(rule, StringComparison.Ordinal)));
    }
}
