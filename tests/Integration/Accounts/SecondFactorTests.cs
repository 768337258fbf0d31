using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts.SecondFactor;

namespace Earshot.Integration.Accounts;

public sealed class SecondFactorTests
{
    private const string Factor = "/api/accounts/me/second-factor";

    [Fact]
    public async Task With_an_authenticator_the_password_alone_does_not_open_the_door()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var (key, _) = await EnrolAsync(owner);
        using var browser = new Browser(product);

        var pending = await PendingAsync(browser);
        using var wrong = await browser.PostAsync("/api/accounts/sign-in/code", new { pending, code = "000000" });
        using var right = await browser.PostAsync("/api/accounts/sign-in/code", new { pending, code = Next(key) });

        Assert.Equal("wrong_code", await People.CodeAsync(wrong));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/accounts/me/")).StatusCode);
    }

    [Fact]
    public async Task A_code_opens_the_door_once()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var (key, _) = await EnrolAsync(owner);
        using var first = new Browser(product);
        using var second = new Browser(product);
        var code = Next(key);

        using var entered = await first.PostAsync("/api/accounts/sign-in/code", new { pending = await PendingAsync(first), code });
        using var replayed = await second.PostAsync("/api/accounts/sign-in/code", new { pending = await PendingAsync(second), code });

        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Equal("wrong_code", await People.CodeAsync(replayed));
    }

    [Fact]
    public async Task A_recovery_code_opens_the_door_once()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var (_, codes) = await EnrolAsync(owner);
        using var first = new Browser(product);
        using var second = new Browser(product);

        using var entered = await first.PostAsync("/api/accounts/sign-in/code", new { pending = await PendingAsync(first), code = codes[3].ToUpperInvariant() });
        using var replayed = await second.PostAsync("/api/accounts/sign-in/code", new { pending = await PendingAsync(second), code = codes[3] });

        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Equal("wrong_code", await People.CodeAsync(replayed));
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        await EnrolAsync(owner);
        using var browser = new Browser(product);
        var pending = await PendingAsync(browser);
        string? last = null;
        for (var guess = 0; guess < 8; guess++)
        {
            using var answer = await browser.PostAsync("/api/accounts/sign-in/code", new { pending, code = $"00000{guess}" });
            last = await People.CodeAsync(answer);
        }

        Assert.Equal("too_many_tries", last);
    }

    [Fact]
    public async Task Where_the_organization_demands_a_second_factor_only_setting_one_up_is_open()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var admin = await People.InvitedAsync(product, owner, "admin", "admin@first.example");

        await DemandAsync(owner);

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/api/accounts/users")).StatusCode);
        await EnrolAsync(admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/accounts/users")).StatusCode);
        using var removed = await admin.PostAsync($"{Factor}/authenticator/remove", new { password = People.Password });
        Assert.Equal("second_factor_demanded", await People.CodeAsync(removed));
    }

    [Fact]
    public async Task An_authenticator_is_taken_away_with_the_password_only()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        await EnrolAsync(owner);

        using var wrong = await owner.PostAsync($"{Factor}/authenticator/remove", new { password = "not the password at all" });
        using var right = await owner.PostAsync($"{Factor}/authenticator/remove", new { password = People.Password });
        using var browser = new Browser(product);
        using var entered = await browser.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password });

        Assert.Equal("wrong_password", await People.CodeAsync(wrong));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
    }

    private static async Task<(byte[] Key, List<string> Codes)> EnrolAsync(Browser person)
    {
        using var offered = await person.PostAsync($"{Factor}/authenticator");
        var key = FromBase32((await offered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString() ?? "");
        using var ready = await person.PostAsync($"{Factor}/authenticator/confirm", new { code = Totp.Code(key, Now()) });
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var codes = (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes").EnumerateArray();
        return (key, [.. codes.Select(code => code.GetString() ?? "")]);
    }

    private static async Task<string?> PendingAsync(Browser browser)
    {
        using var answer = await browser.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("mfa_required", problem.GetProperty("code").GetString());
        return problem.GetProperty("pending").GetString();
    }

    private static async Task DemandAsync(Browser owner)
    {
        using var saved = await owner.PutAsync("/api/accounts/organization", new
        {
            name = "First", timeZone = "Europe/Moscow", languages = Array.Empty<string>(), retentionMonths = 12, keepsRawTranscript = true,
            recordingGround = (string?)null, unmaskedTypes = Array.Empty<string>(), requiresSecondFactor = true,
        });
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
    }

    // The code of enrolment is spent, so the next step's is used; one step of drift is allowed.
    private static string Next(byte[] key) => Totp.Code(key, Now() + 1);

    private static long Now() => Totp.StepAt(TimeProvider.System.GetUtcNow());

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
