using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Earshot.EndToEnd;

/// <summary>One journey of an owner, from the printed link to signing out.</summary>
public sealed class JourneyTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const string Password = "seven brave otters sing";

    private const string Transcript = """
        Agent: Good morning, Northwind Energy, this is Alice speaking, the call is recorded. How can I help you?
        Customer: Hello, my name is Emily Carter. My bill went up this month and nobody explains it.
        Agent: I am sorry about that. May I have the phone number on the account?
        Customer: It is 020 7946 0123 and my e-mail is emily@example.com.
        Agent: Thank you. The reading was an estimate. I have corrected it, and the bill is lower now.
        Customer: Great, thank you so much, you really helped!
        Agent: You are welcome. Is there anything else I can help you with? Have a great day, goodbye!
        """;

    [Fact]
    public async Task Owner_comes_in_uploads_reads_a_call_and_leaves()
    {
        var problems = new List<string>();
        await using var context = await product.Browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-GB", TimezoneId = "Europe/Moscow" });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) => problems.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());

        await product.JoinAsync(page);
        await AcceptAgreementAsync(page);
        await UploadAsync(page);
        await ReadCallAsync(page);
        await CheckPagesAsync(page);
        await SwitchLanguageAsync(page);
        await LeaveAndComeBackAsync(page);

        Assert.Empty(problems);
    }

    private async Task AcceptAgreementAsync(IPage page)
    {
        await page.GotoAsync($"{product.Address}/settings?tab=agreement");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept the agreement" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
    }

    private async Task UploadAsync(IPage page)
    {
        await page.GotoAsync($"{product.Address}/upload");
        await page.SetInputFilesAsync("#files",
        [
            new FilePayload { Name = "call.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Transcript) },
            new FilePayload { Name = "tone.wav", MimeType = "audio/wav", Buffer = Tone(seconds: 2) },
        ]);
        await Expect(page.Locator("#uploading .state-done")).ToHaveCountAsync(2);
        await page.GotoAsync($"{product.Address}/calls?state=done");
        await WaitForCallAsync(page);
        await page.Locator("a.row-link").First.ClickAsync();
    }

    private static async Task WaitForCallAsync(IPage page)
    {
        for (var attempt = 0; attempt < 60 && await page.Locator("a.row-link").CountAsync() == 0; attempt++)
        {
            await Task.Delay(500);
            await page.ReloadAsync();
        }
    }

    private static async Task ReadCallAsync(IPage page)
    {
        await Expect(page.Locator(".turn")).ToHaveCountAsync(7);
        await Expect(page.Locator(".turn .pii-where").First).ToBeVisibleAsync();
        Assert.DoesNotContain("emily@example.com", await page.ContentAsync(), StringComparison.Ordinal);
        var quote = page.Locator("a.quote").First;
        var target = await quote.GetAttributeAsync("href");
        await quote.ClickAsync();
        await Expect(page.Locator($"mark[id='{target?[1..]}']")).ToHaveClassAsync("is-here");
    }

    // What every page owes to people and to the content security policy
    private async Task CheckPagesAsync(IPage page)
    {
        var call = new Uri(page.Url).AbsolutePath;
        foreach (var path in new[] { "/calls", call, "/upload", "/team", "/audit", "/team?tab=people", "/team?tab=departments", "/settings", "/settings?tab=organization", "/settings?tab=keys", "/design" })
        {
            await page.GotoAsync(product.Address + path);
            Assert.Equal(string.Empty, await page.EvaluateAsync<string>(PageCheck));
        }
    }

    private static async Task SwitchLanguageAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Звонки" }).First).ToBeVisibleAsync();
    }

    private static async Task LeaveAndComeBackAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Выйти" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Вход" })).ToBeVisibleAsync();
        await page.FillAsync("#email", "olga@example.com");
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button.button-wide");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Звонки" })).ToBeVisibleAsync();
    }

    internal const string PageCheck = """
        () => {
          const found = [];
          if (document.querySelectorAll("h1").length !== 1) found.push("not one h1");
          if (document.querySelector("[style], style, script:not([src])")) found.push("inline style or script");
          if (!document.title || !document.documentElement.lang) found.push("no title or language");
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          if (new Set(ids).size !== ids.length) found.push("an id twice");
          for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea"))
            if (!e.labels?.length && !e.getAttribute("aria-label")) found.push(`no label: ${e.name || e.id}`);
          for (const e of document.querySelectorAll("button, a[href]"))
            if (!e.closest("[aria-hidden=true]") && !(e.textContent.trim() || e.getAttribute("aria-label"))) found.push("a control without a name");
          for (const e of document.querySelectorAll("svg"))
            if (!e.hasAttribute("aria-hidden") && !e.hasAttribute("aria-label")) found.push("a picture without words");
          if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the window");
          return found.join("; ");
        }
        """;

    // 16-bit mono at 8 kHz
    private static byte[] Tone(int seconds)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        var samples = 8000 * seconds;
        writer.Write("RIFF"u8);
        writer.Write(36 + (samples * 2));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(16000);
        writer.Write((short)2);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(samples * 2);
        for (var i = 0; i < samples; i++)
        {
            writer.Write((short)(8000 * Math.Sin(i * 2 * Math.PI * 440 / 8000)));
        }

        return file.ToArray();
    }
}
