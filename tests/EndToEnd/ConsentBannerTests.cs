using Microsoft.Playwright;

namespace Earshot.EndToEnd;

/// <summary>The banner in a browser, where the operator counts visits: nothing is counted or stored before a yes, and nothing after a no.</summary>
public sealed class ConsentBannerTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task Nothing_is_counted_before_a_yes_or_after_a_no()
    {
        await CountVisitsAsync();

        var silent = await VisitAsync(null);
        var refused = await VisitAsync("no");
        var agreed = await VisitAsync("yes");

        Assert.Equal((0, 0, null), (silent.Counted, silent.CountedLater, silent.Cookie));
        Assert.Equal((0, 0, "no"), (refused.Counted, refused.CountedLater, refused.Cookie));
        Assert.Equal((0, 1, "yes"), (agreed.Counted, agreed.CountedLater, agreed.Cookie));
    }

    private async Task CountVisitsAsync()
    {
        await using var context = await product.Browser.NewContextAsync();
        var officer = await context.NewPageAsync();
        await product.JoinAsync(officer);
        await officer.GotoAsync(product.Address + "/operator");
        var form = officer.Locator("form:has(input[type=checkbox][name*=CountsVisits])");
        await form.Locator("input[type=checkbox][name*=CountsVisits]").CheckAsync();
        await form.Locator("button").Last.ClickAsync();
        await officer.WaitForLoadStateAsync(LoadState.Load);
    }

    // A first page with the banner, the choice, and one page more.
    private async Task<(int Counted, int CountedLater, string? Cookie)> VisitAsync(string? choice)
    {
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var counted = 0;
        page.Request += (_, request) => counted += request.Method == "POST" && new Uri(request.Url).AbsolutePath == "/visits" ? 1 : 0;
        await page.GotoAsync(product.Address + "/", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("form[data-consent]").WaitForAsync();
        var before = counted;
        if (choice is not null)
        {
            await page.Locator($"form[data-consent] button[value={choice}]").ClickAsync();
            await page.Locator("form[data-consent]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }

        counted = 0;
        await page.GotoAsync(product.Address + "/pricing", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var cookie = (await context.CookiesAsync()).SingleOrDefault(one => one.Name == "earshot-consent")?.Value;
        return (before, counted, cookie?.Split('.')[^1]);
    }
}
