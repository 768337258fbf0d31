using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Accounts;

public sealed class PasskeyTests
{
    private const string Passkeys = "/api/accounts/me/second-factor/passkeys";

    [Fact]
    public async Task A_passkey_alone_opens_the_door()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var authenticator = new SoftwareAuthenticator(product.Address);
        await AddAsync(owner, authenticator);
        using var browser = new Browser(product);

        var (options, state) = await OfferAsync(browser, "/api/accounts/sign-in/passkey/options");
        using var entered = await browser.PostAsync("/api/accounts/sign-in/passkey", new { credential = authenticator.Get(options), state });

        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        var session = (await browser.ReadAsync("/api/accounts/me/sessions")).EnumerateArray().First(row => row.GetProperty("isThis").GetBoolean());
        Assert.Equal("passkey", session.GetProperty("method").GetString());
        Assert.True(session.GetProperty("secondFactor").GetBoolean());
    }

    [Fact]
    public async Task An_answer_is_good_once()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var authenticator = new SoftwareAuthenticator(product.Address);
        await AddAsync(owner, authenticator);
        using var first = new Browser(product);
        using var second = new Browser(product);
        var (options, state) = await OfferAsync(first, "/api/accounts/sign-in/passkey/options");
        var credential = authenticator.Get(options);

        using var entered = await first.PostAsync("/api/accounts/sign-in/passkey", new { credential, state });
        using var replayed = await second.PostAsync("/api/accounts/sign-in/passkey", new { credential, state });

        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Equal("wrong_passkey", await People.CodeAsync(replayed));
    }

    [Fact]
    public async Task An_answer_that_was_given_to_another_site_is_refused()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var authenticator = new SoftwareAuthenticator(product.Address);
        await AddAsync(owner, authenticator);
        using var browser = new Browser(product);
        var (options, state) = await OfferAsync(browser, "/api/accounts/sign-in/passkey/options");

        using var answer = await browser.PostAsync("/api/accounts/sign-in/passkey", new { credential = authenticator.Get(options, "https://evil.example"), state });

        Assert.Equal("wrong_passkey", await People.CodeAsync(answer));
    }

    [Fact]
    public async Task A_passkey_of_a_stranger_or_a_removed_one_opens_nothing()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var authenticator = new SoftwareAuthenticator(product.Address);
        await AddAsync(owner, authenticator);
        var id = (await owner.ReadAsync(Passkeys))[0].GetProperty("id").GetString();
        using var removed = await owner.DeleteAsync($"{Passkeys}/{id}");
        using var browser = new Browser(product);

        var (options, state) = await OfferAsync(browser, "/api/accounts/sign-in/passkey/options");
        using var answer = await browser.PostAsync("/api/accounts/sign-in/passkey", new { credential = authenticator.Get(options), state });

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal("wrong_passkey", await People.CodeAsync(answer));
    }

    [Fact]
    public async Task A_deactivated_person_can_not_come_in_with_a_passkey()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var agent = await People.InvitedAsync(product, owner, "agent", "agent@first.example");
        using var authenticator = new SoftwareAuthenticator(product.Address);
        await AddAsync(agent, authenticator);
        var id = (await agent.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();
        (await owner.DeleteAsync($"/api/accounts/users/{id}")).Dispose();
        using var browser = new Browser(product);

        var (options, state) = await OfferAsync(browser, "/api/accounts/sign-in/passkey/options");
        using var answer = await browser.PostAsync("/api/accounts/sign-in/passkey", new { credential = authenticator.Get(options), state });

        Assert.Equal("wrong_passkey", await People.CodeAsync(answer));
    }

    private static async Task AddAsync(Browser person, SoftwareAuthenticator authenticator)
    {
        var (options, state) = await OfferAsync(person, $"{Passkeys}/options");
        using var added = await person.PostAsync(Passkeys, new { credential = authenticator.Create(options), state, name = "Test device" });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
    }

    private static async Task<(JsonElement Options, string? State)> OfferAsync(Browser browser, string path)
    {
        using var offered = await browser.PostAsync(path);
        Assert.Equal(HttpStatusCode.OK, offered.StatusCode);
        var challenge = await offered.Content.ReadFromJsonAsync<JsonElement>();
        using var options = JsonDocument.Parse(challenge.GetProperty("options").GetString() ?? "");
        return (options.RootElement.Clone(), challenge.GetProperty("state").GetString());
    }
}
