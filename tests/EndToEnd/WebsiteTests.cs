using Earshot.Platform.Privacy.Documents;
using Microsoft.Playwright;

namespace Earshot.EndToEnd;

/// <summary>The website as a stranger's browser sees it: cookies, requests, weight and layout, against what is published.</summary>
public sealed class WebsiteTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private static readonly string[] Pages = ["/", "/pricing", "/trust", "/privacy", "/cookies", "/terms", "/dpa", "/subprocessors", "/data-map", "/sign-in"];

    private const string Shift = """
        () => new Promise(resolve => {
          let total = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value; }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(total), 300);
        })
        """;

    [Fact]
    public async Task A_first_visit_gets_listed_necessary_cookies_only_and_asks_nobody_else()
    {
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var foreign = new List<string>();
        page.Request += (_, request) => foreign.AddRange(request.Url.StartsWith(product.Address, StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : new[] { request.Url });

        foreach (var path in Pages)
        {
            await page.GotoAsync(product.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        }

        var cookies = await context.CookiesAsync();
        Assert.Empty(foreign);
        Assert.DoesNotContain(cookies, cookie => CookieList.Find(cookie.Name) is not { IsNecessary: true });
        Assert.Equal("0", await page.EvaluateAsync<string>("() => String(localStorage.length + sessionStorage.length)"));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_page_is_light_still_and_fits(int width)
    {
        var heavy = new List<string>();
        foreach (var path in Pages)
        {
            await using var context = await product.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
            var page = await context.NewPageAsync();
            await page.GotoAsync(product.Address + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            var bytes = await page.EvaluateAsync<double>("() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, entry) => sum + entry.transferSize, 0)");
            var shift = await page.EvaluateAsync<double>(Shift);
            var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            if (bytes is > 100 * 1024 or < 1000 || shift > 0.02 || overflow > 0)
            {
                heavy.Add(FormattableString.Invariant($"{path}: {bytes:0} bytes, shift {shift:0.000}, {overflow} px too wide"));
            }
        }

        Assert.Empty(heavy);
    }

    [Fact]
    public async Task A_visitor_writes_and_the_puzzle_is_solved_by_the_browser()
    {
        await using var context = await product.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(product.Address + "/");
        await page.FillAsync("#name", "Vera Example");
        await page.FillAsync("#email", "vera@sample.example");
        await page.CheckAsync("form[data-puzzle-form] input[name=agrees]");
        await page.ClickAsync("form[data-puzzle-form] button");

        await Assertions.Expect(page.GetByText("Thank you. We answer within a business day.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
