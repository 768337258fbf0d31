using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;
using Npgsql;

namespace Earshot.Integration.Accounts;

/// <summary>A browser left open changes nothing about how its person signs in.</summary>
public sealed class FreshSessionTests
{
    private const string Factor = "/api/accounts/me/second-factor";

    [Fact]
    public async Task An_old_session_changes_no_factor_before_the_password_is_given_again()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        await AgeSessionsAsync(product);

        using var authenticator = await owner.PostAsync($"{Factor}/authenticator");
        using var passkey = await owner.PostAsync($"{Factor}/passkeys/options");
        using var wrong = await owner.PostAsync("/api/accounts/me/confirm", new { password = "not the password" });
        using var right = await owner.PostAsync("/api/accounts/me/confirm", new { password = People.Password });
        using var again = await owner.PostAsync($"{Factor}/authenticator");

        Assert.Equal("confirm_first", await People.CodeAsync(authenticator));
        Assert.Equal("confirm_first", await People.CodeAsync(passkey));
        Assert.Equal("wrong_password", await People.CodeAsync(wrong));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task With_a_passkey_the_password_alone_does_not_open_the_door_and_a_recovery_code_helps()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var codes = await AddPasskeyAsync(product, owner);
        using var browser = new Browser(product);

        using var answer = await browser.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var entered = await browser.PostAsync("/api/accounts/sign-in/code", new { pending = problem.GetProperty("pending").GetString(), code = codes[0] });

        Assert.Equal("mfa_required", problem.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
    }

    [Fact]
    public async Task An_administrator_resets_the_factor_of_a_colleague_but_not_of_the_owner()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var admin = await People.InvitedAsync(product, owner, "admin", "admin@first.example");
        using var agent = await People.InvitedAsync(product, owner, "agent", "agent@first.example");
        await AddPasskeyAsync(product, agent);

        using var reset = await admin.PostAsync($"/api/accounts/users/{await IdAsync(agent)}/second-factor/reset");
        using var refused = await admin.PostAsync($"/api/accounts/users/{await IdAsync(owner)}/second-factor/reset");
        using var browser = new Browser(product);
        using var entered = await browser.PostAsync("/api/accounts/sign-in", new { email = "agent@first.example", password = People.Password });

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal("role_above_yours", await People.CodeAsync(refused));
        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.GetAsync("/api/accounts/me/")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> AddPasskeyAsync(TestProduct product, Browser person)
    {
        using var authenticator = new SoftwareAuthenticator(product.Address);
        using var offered = await person.PostAsync($"{Factor}/passkeys/options");
        var challenge = await offered.Content.ReadFromJsonAsync<JsonElement>();
        using var options = JsonDocument.Parse(challenge.GetProperty("options").GetString() ?? "");
        using var added = await person.PostAsync($"{Factor}/passkeys", new { credential = authenticator.Create(options.RootElement), state = challenge.GetProperty("state").GetString(), name = "Test device" });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        return [.. (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString() ?? "")];
    }

    private static async Task<string?> IdAsync(Browser person)
    {
        using var answer = await person.GetAsync("/api/accounts/me/");
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() : null;
    }

    private static async Task AgeSessionsAsync(TestProduct product)
    {
        await using var owner = NpgsqlDataSource.Create(product.Settings.Database);
        await using var age = owner.CreateCommand("update accounts.sessions set created_at = now() - interval '1 hour'");
        await age.ExecuteNonQueryAsync();
    }
}
