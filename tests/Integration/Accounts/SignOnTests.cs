using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Web.Doubles.SignOn;
using Npgsql;

namespace Earshot.Integration.Accounts;

/// <summary>Outside sign-on against doubles that refuse what the real ones refuse.</summary>
public sealed class SignOnTests(SignOnProduct world) : IClassFixture<SignOnProduct>
{
    [Theory]
    [InlineData("yandex", "yandex")]
    [InlineData("vk", "vk")]
    [InlineData("google", "google")]
    public async Task A_linked_account_opens_the_door(string provider, string method)
    {
        using var person = await PersonAsync();
        Assert.Equal("/settings?tab=security&saved=true", await LinkAsync(person, provider));
        using var browser = new Browser(world.Product);

        Assert.Equal("/calls", await SignOnProduct.RoundAsync(browser, $"/sign-on/{provider}"));

        var session = (await browser.ReadAsync("/api/accounts/me/sessions")).EnumerateArray().Single(row => row.GetProperty("isThis").GetBoolean());
        Assert.Equal(method, session.GetProperty("method").GetString());
        Assert.False(session.GetProperty("secondFactor").GetBoolean());
    }

    [Theory]
    [InlineData("yandex")]
    [InlineData("vk")]
    [InlineData("google")]
    public async Task An_equal_email_takes_nothing_over(string provider)
    {
        var email = Email();
        using var person = await PersonAsync(email);
        world.Become(Somebody() with { Email = email });
        using var browser = new Browser(world.Product);

        Assert.Equal("/sign-in?failed=sign_on_not_linked", await SignOnProduct.RoundAsync(browser, $"/sign-on/{provider}"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/accounts/me/")).StatusCode);
    }

    [Fact]
    public async Task The_way_back_of_another_browser_is_refused_and_so_is_a_second_time()
    {
        using var person = await PersonAsync();
        await LinkAsync(person, "yandex");
        using var one = new Browser(world.Product);
        using var other = new Browser(world.Product);
        var back = await SignOnProduct.GoAsync(one, "/sign-on/yandex");

        using var stolen = await other.FollowAsync(back);
        using var first = await one.FollowAsync(back);
        using var second = await one.FollowAsync(back);

        Assert.Equal("/sign-in?failed=sign_on_expired", stolen.Headers.Location?.ToString());
        Assert.Equal("/calls", first.Headers.Location?.ToString());
        Assert.Contains("sign_on_expired", second.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(OpenIdFault.OtherNonce)]
    [InlineData(OpenIdFault.OtherAudience)]
    [InlineData(OpenIdFault.OtherIssuer)]
    [InlineData(OpenIdFault.Expired)]
    [InlineData(OpenIdFault.OtherKey)]
    [InlineData(OpenIdFault.Unsigned)]
    [InlineData(OpenIdFault.SharedSecret)]
    internal async Task A_token_that_is_not_ours_opens_nothing(OpenIdFault fault)
    {
        using var person = await PersonAsync();
        await LinkAsync(person, "google");
        using var browser = new Browser(world.Product);
        world.Google.Fault = fault;
        try
        {
            Assert.Equal("/sign-in?failed=sign_on_failed", await SignOnProduct.RoundAsync(browser, "/sign-on/google"));
        }
        finally
        {
            world.Google.Fault = OpenIdFault.None;
        }
    }

    [Fact]
    public async Task VK_without_its_device_and_a_person_who_declines_are_refused()
    {
        using var browser = new Browser(world.Product);
        var back = await SignOnProduct.GoAsync(browser, "/sign-on/vk");
        using var bare = await browser.FollowAsync(new Uri(back.ToString().Replace("device_id", "other", StringComparison.Ordinal)));
        world.Yandex.Declines = true;
        var declined = await SignOnProduct.RoundAsync(browser, "/sign-on/yandex");
        world.Yandex.Declines = false;

        Assert.Equal("/sign-in?failed=sign_on_failed", bare.Headers.Location?.ToString());
        Assert.Equal("/sign-in?failed=sign_on_refused", declined);
    }

    [Fact]
    public async Task No_birth_date_and_no_phone_is_asked_for()
    {
        using var browser = new Browser(world.Product);
        await SignOnProduct.GoAsync(browser, "/sign-on/yandex");

        Assert.Equal("login:email login:info", world.Yandex.Scope);
    }

    [Fact]
    public async Task A_link_that_another_site_begins_is_refused()
    {
        using var person = await PersonAsync();
        using var begun = await person.GetAsync("/sign-on/yandex/link");

        Assert.Equal("/settings?tab=security&failed=confirm_first", begun.Headers.Location?.ToString());
    }

    [Fact]
    public async Task One_account_there_belongs_to_one_person_here()
    {
        using var first = await PersonAsync();
        await LinkAsync(first, "yandex");
        using var second = await PersonAsync(becomes: false);

        Assert.Equal("/settings?tab=security&failed=identity_taken", await LinkAsync(second, "yandex"));
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_after_the_provider()
    {
        using var person = await PersonAsync();
        await LinkAsync(person, "yandex");
        await AddPasskeyAsync(person);
        using var browser = new Browser(world.Product);

        Assert.Equal("/sign-in?step=code", await SignOnProduct.RoundAsync(browser, "/sign-on/yandex"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/accounts/me/")).StatusCode);
        Assert.Contains("id=\"code\"", await (await browser.GetAsync("/sign-in?step=code")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_only_way_in_is_not_unlinked_and_another_one_is()
    {
        using var person = await PersonAsync();
        await LinkAsync(person, "yandex");
        var id = (await person.ReadAsync("/api/accounts/me/identities/"))[0].GetProperty("id").GetString();
        var user = (await person.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();
        await WithoutPasswordAsync(user, "null");
        using var last = await person.DeleteAsync($"/api/accounts/me/identities/{id}");
        await WithoutPasswordAsync(user, "'x'");
        using var gone = await person.DeleteAsync($"/api/accounts/me/identities/{id}");

        Assert.Equal("last_way_in", await People.CodeAsync(last));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    [Fact]
    public async Task Invited_person_arrives_with_the_invitation_and_waits_for_the_terms()
    {
        var token = await People.InviteAsync(world.Owner, "agent");
        world.Become(Somebody());
        using var browser = new Browser(world.Product);

        var page = await SignOnProduct.RoundAsync(browser, $"/sign-on/yandex?invitation={token}");
        var html = await (await browser.GetAsync(page ?? "")).Content.ReadAsStringAsync();

        Assert.Equal($"/join?token={token}", page);
        Assert.DoesNotContain("type=\"password\"", html);
        Assert.Contains("Form.Accepts", html);
    }

    [Fact]
    public async Task A_company_connects_its_own_provider_and_strangers_of_it_may_join()
    {
        using var refused = await world.Owner.PostAsync("/api/accounts/sign-on/", new { name = "Inside", issuer = "http://localhost:1", clientId = "x" });
        using var added = await world.Owner.PostAsync("/api/accounts/sign-on/", world.Connection("agent"));
        var line = (await world.Owner.ReadAsync("/api/accounts/sign-on/")).EnumerateArray().Single();
        world.Become(Somebody());
        using var browser = new Browser(world.Product);

        var page = await SignOnProduct.RoundAsync(browser, line.GetProperty("path").GetString() ?? "");

        Assert.Equal("no_issuer", await People.CodeAsync(refused));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        Assert.False(line.TryGetProperty("clientSecret", out _));
        Assert.Equal("/join?company=true", page);
    }

    private static string Email() => $"p{Guid.NewGuid():n}@first.example";

    private static DoublePerson Somebody() => DoublePerson.Vera with { Id = Random.Shared.NextInt64(1, 1L << 50).ToString(), Email = Email() };

    // A colleague whom every provider knows as somebody new.
    private async Task<Browser> PersonAsync(string? email = null, bool becomes = true)
    {
        if (becomes)
        {
            world.Become(Somebody());
        }

        return await People.InvitedAsync(world.Product, world.Owner, "agent", email ?? Email());
    }

    private static async Task<string?> LinkAsync(Browser person, string provider)
    {
        person.Headers["Sec-Fetch-Site"] = "same-origin";
        return await SignOnProduct.RoundAsync(person, $"/sign-on/{provider}/link");
    }

    private async Task WithoutPasswordAsync(string? user, string hash)
    {
        await using var owner = NpgsqlDataSource.Create(world.Product.Settings.Database);
        await using var update = owner.CreateCommand($"update accounts.users set password_hash = {hash} where id = '{user}'");
        await update.ExecuteNonQueryAsync();
    }

    private async Task AddPasskeyAsync(Browser person)
    {
        using var authenticator = new SoftwareAuthenticator(world.Product.Address);
        using var offered = await person.PostAsync("/api/accounts/me/second-factor/passkeys/options");
        var challenge = await offered.Content.ReadFromJsonAsync<JsonElement>();
        using var options = JsonDocument.Parse(challenge.GetProperty("options").GetString() ?? "");
        using var added = await person.PostAsync("/api/accounts/me/second-factor/passkeys", new { credential = authenticator.Create(options.RootElement), state = challenge.GetProperty("state").GetString() });
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
    }
}
