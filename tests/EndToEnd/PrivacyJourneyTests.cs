using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>A person asks about their data on the public form, the privacy officer answers, the person takes the copy.</summary>
public sealed class PrivacyJourneyTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task Person_asks_and_the_privacy_officer_answers_in_time()
    {
        var problems = new List<string>();
        await using var desk = await product.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", TimezoneId = "Europe/Moscow", ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await using var visitor = await product.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "ru-RU", TimezoneId = "Europe/Moscow" });
        var (officer, person) = (await desk.NewPageAsync(), await visitor.NewPageAsync());
        foreach (var page in new[] { officer, person })
        {
            page.PageError += (_, error) => problems.Add(error);
            page.Console += (_, message) => problems.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());
        }

        await product.JoinAsync(officer);
        await SeeEmptyDeskAsync(officer);
        var link = await AskAsync(officer, person);
        await AnswerAsync(officer);
        await ReadAsync(person, link);
        await SeeRetentionAsync(officer);

        Assert.Empty(problems);
    }

    private async Task SeeEmptyDeskAsync(IPage page)
    {
        await page.GotoAsync($"{product.Address}/data");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No requests" })).ToBeVisibleAsync();
        await ShowAsync(page, "desk-empty");
    }

    private static async Task<string> AskAsync(IPage officer, IPage person)
    {
        var form = await officer.Locator(".copy code").InnerTextAsync();
        await person.GotoAsync(form);
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "Ваши данные: Northwind" })).ToBeVisibleAsync();
        await ShowAsync(person, "form-ru");
        await person.SelectOptionAsync("#request-kind", "access");
        await person.FillAsync("#request-name", "Вера Соколова");
        await person.FillAsync("#request-phone", "+7 916 555 01 02");
        await person.FillAsync("#request-details", "Пришлите всё, что у вас обо мне есть.");
        await person.ClickAsync("button.button-wide");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "Обращение принято" })).ToBeVisibleAsync();
        await ShowAsync(person, "sent-ru");
        return await person.Locator(".copy code").InnerTextAsync();
    }

    private async Task AnswerAsync(IPage page)
    {
        await page.GotoAsync($"{product.Address}/data");
        await ShowAsync(page, "desk");
        await page.Locator("a.row-link").First.ClickAsync();
        await Expect(page.GetByText("Вера Соколова")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "The person is who they say" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what is stored" }).ClickAsync();
        await Expect(page.GetByText("Found:")).ToBeVisibleAsync();
        await ShowAsync(page, "request");
        await page.FillAsync("#text", "Here is everything that we store about you.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Answer and close" }).ClickAsync();
        await Expect(page.GetByText("Answered").First).ToBeVisibleAsync();
    }

    private static async Task ReadAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await Expect(page.GetByText("Here is everything that we store about you.")).ToBeVisibleAsync();
        await ShowAsync(page, "status-ru");
        var copy = await page.APIRequest.GetAsync($"{link}/copy/json");
        Assert.Equal((200, true), (copy.Status, (await copy.TextAsync()).Contains("Вера Соколова", StringComparison.Ordinal)));
    }

    private async Task SeeRetentionAsync(IPage page)
    {
        await page.GotoAsync($"{product.Address}/data/retention");
        await Expect(page.GetByText("Promises of the policy")).ToBeVisibleAsync();
        await ShowAsync(page, "retention");
        await page.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await ShowAsync(page, "retention-ru-dark");
        await page.GotoAsync($"{product.Address}/data");
        await ShowAsync(page, "desk-ru-dark");
    }

    // For the eyes: only where a folder is given.
    private static async Task ShowAsync(IPage page, string name)
    {
        Assert.Equal(string.Empty, await page.EvaluateAsync<string>(JourneyTests.PageCheck));
        if (Environment.GetEnvironmentVariable("EARSHOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }
}
