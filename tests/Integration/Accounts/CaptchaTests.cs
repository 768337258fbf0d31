using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Captcha;
using Earshot.Web.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Accounts;

public sealed class CaptchaTests
{
    [Fact]
    public async Task Registration_asks_for_the_puzzle_and_takes_each_answer_once()
    {
        await using var product = await StartAsync(new CaptchaSettings());
        using var browser = new Browser(product);
        var challenge = (await browser.ReadAsync("/api/accounts/captcha")).GetProperty("puzzle").GetString() ?? "";
        var answer = Solve(challenge);

        using var without = await RegisterAsync(browser, "first@example.com", null);
        using var wrong = await RegisterAsync(browser, "first@example.com", $"{challenge}:wrong");
        using var right = await RegisterAsync(browser, "first@example.com", answer);
        using var other = new Browser(product);
        using var again = await RegisterAsync(other, "second@example.com", answer);

        Assert.Equal("captcha_failed", await People.CodeAsync(without));
        Assert.Equal("captcha_failed", await People.CodeAsync(wrong));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal("captcha_failed", await People.CodeAsync(again));
    }

    [Fact]
    public async Task The_form_that_uses_SmartCaptcha_names_its_processor()
    {
        await using var server = await DoubleAsync(out _);
        await using var product = await StartAsync(Yandex(server, strict: false));
        using var browser = new Browser(product);
        browser.Headers["Accept-Language"] = "en";

        using var page = await browser.GetAsync("/register");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("Yandex SmartCaptcha", html);
        Assert.Contains("data-sitekey=\"site\"", html);
        Assert.Contains("required", html);
    }

    [Theory]
    [InlineData("person-1", 200, false, HttpStatusCode.NoContent)]
    [InlineData("robot-1", 200, false, HttpStatusCode.Forbidden)]
    [InlineData("person-2", 503, false, HttpStatusCode.NoContent)]
    [InlineData("person-3", 503, true, HttpStatusCode.Forbidden)]
    public async Task SmartCaptcha_lets_people_pass_and_robots_not(string token, int status, bool strict, HttpStatusCode expected)
    {
        await using var server = await DoubleAsync(out var captcha);
        if (status != 200)
        {
            captcha.Mood.FailNext(status);
        }

        await using var product = await StartAsync(Yandex(server, strict));
        using var browser = new Browser(product);
        using var answer = await RegisterAsync(browser, "first@example.com", token);

        Assert.Equal(expected, answer.StatusCode);
    }

    private static CaptchaSettings Yandex(WebApplication server, bool strict) => new() { ClientKey = "site", ServerKey = "secret", Address = new Uri(server.Urls.First()), IsStrict = strict };

    private static Task<TestProduct> StartAsync(CaptchaSettings captcha) => TestProduct.StartAsync(also: services =>
    {
        services.AddSingleton(new AccountOptions { OpenRegistration = true, Captcha = captcha }).AddSingleton(captcha);
        _ = captcha.IsYandex ? services.AddSingleton(SmartCaptchaDestination.Of(captcha)) : services;
    });

    private static Task<WebApplication> DoubleAsync(out SmartCaptchaDouble captcha)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        captcha = new SmartCaptchaDouble("secret").Map(server);
        return StartedAsync(server);
    }

    private static async Task<WebApplication> StartedAsync(WebApplication server)
    {
        await server.StartAsync();
        return server;
    }

    private static Task<HttpResponseMessage> RegisterAsync(Browser browser, string email, string? captcha) =>
        browser.PostAsync("/api/accounts/register", new { organization = "Invented", region = "ru", person = People.Person(email), captcha });

    private static string Solve(string challenge)
    {
        for (var i = 0; ; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{challenge}:{i}");
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
            if (digest[0] == 0 && digest[1] == 0)
            {
                return text;
            }
        }
    }
}
