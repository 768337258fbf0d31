using System.Net;
using Earshot.Integration.Harness;

namespace Earshot.Integration.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task The_owners_link_opens_the_door_once()
    {
        await using var product = await TestProduct.StartAsync();
        var path = await People.OwnerPathAsync(product);
        using var first = new Browser(product);
        using var second = new Browser(product);

        using var joined = await first.PostAsync("/api/accounts/join", new { token = People.TokenOf(path), person = People.Person("a@first.example") });
        using var again = await second.PostAsync("/api/accounts/join", new { token = People.TokenOf(path), person = People.Person("b@first.example") });

        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode);
        Assert.Equal("link_spent", await People.CodeAsync(again));
        Assert.Equal("owner", (await first.ReadAsync("/api/accounts/me/")).GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_person_signs_in_with_e_mail_and_password_in_any_letter_case_of_the_e_mail()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product, "vera@first.example");
        using var browser = new Browser(product);

        using var answer = await browser.PostAsync("/api/accounts/sign-in", new { email = " Vera@First.example ", password = People.Password });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("vera@first.example", (await browser.ReadAsync("/api/accounts/me/")).GetProperty("email").GetString());
    }

    [Theory]
    [InlineData("vera@first.example", "wrong words altogether")]
    [InlineData("nobody@first.example", People.Password)]
    [InlineData("not an address", People.Password)]
    public async Task Wrong_words_are_refused_in_the_same_way_whoever_they_are_for(string email, string password)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product, "vera@first.example");
        using var browser = new Browser(product);

        using var answer = await browser.PostAsync("/api/accounts/sign-in", new { email, password });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("wrong_credentials", await People.CodeAsync(answer));
    }

    [Fact]
    public async Task After_sign_out_the_cookie_opens_nothing()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);

        using var left = await owner.PostAsync("/api/accounts/me/sign-out");
        using var answer = await owner.GetAsync("/api/accounts/me/");

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Sign_out_elsewhere_ends_the_other_session_and_keeps_this_one()
    {
        await using var product = await TestProduct.StartAsync();
        using var here = await People.OwnerAsync(product);
        using var elsewhere = new Browser(product);
        (await elsewhere.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password })).Dispose();

        using var ended = await here.DeleteAsync("/api/accounts/me/sessions");

        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/accounts/me/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/accounts/me/")).StatusCode);
    }

    [Fact]
    public async Task History_shows_good_and_bad_tries_with_the_device()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var stranger = new Browser(product);
        (await stranger.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = "a bad guess it is" })).Dispose();

        var history = (await owner.ReadAsync("/api/accounts/me/sign-ins")).EnumerateArray().ToList();

        Assert.Equal(["wrong_credentials", "signed_in"], history.Select(line => line.GetProperty("outcome").GetString()));
        Assert.All(history, line => Assert.Equal("Firefox, Linux", line.GetProperty("device").GetString()));
    }

    [Fact]
    public async Task Guessing_slows_the_guesser_down_and_not_the_person_on_a_known_device()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var stranger = new Browser(product);
        string? last = null;
        for (var guess = 0; guess < 8; guess++)
        {
            using var answer = await stranger.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = $"guess number {guess} here" });
            last = await People.CodeAsync(answer);
        }

        Assert.Equal("too_many_tries", last);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/api/accounts/me/")).StatusCode);
    }

    [Fact]
    public async Task A_password_change_ends_all_other_sessions()
    {
        await using var product = await TestProduct.StartAsync();
        using var here = await People.OwnerAsync(product);
        using var elsewhere = new Browser(product);
        (await elsewhere.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = People.Password })).Dispose();

        using var changed = await here.PostAsync("/api/accounts/me/password", new { present = People.Password, @new = "nine patient herons wade" });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/accounts/me/")).StatusCode);
        using var again = await elsewhere.PostAsync("/api/accounts/sign-in", new { email = "owner@first.example", password = "nine patient herons wade" });
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task A_request_that_another_site_made_is_refused()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        owner.Headers["Sec-Fetch-Site"] = "cross-site";

        using var answer = await owner.PostAsync("/api/accounts/me/sign-out");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var product = await TestProduct.StartAsync();
        using var browser = new Browser(product);
        var token = People.TokenOf(await People.OwnerPathAsync(product));

        using var joined = await browser.PostAsync("/api/accounts/join", new { token, person = People.Person("owner@first.example") });

        var cookie = joined.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("earshot=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_consent_there_is_no_account()
    {
        await using var product = await TestProduct.StartAsync();
        using var browser = new Browser(product);
        var token = People.TokenOf(await People.OwnerPathAsync(product));

        using var refused = await browser.PostAsync("/api/accounts/join", new { token, person = People.Person("owner@first.example", accepts: false) });
        using var joined = await browser.PostAsync("/api/accounts/join", new { token, person = People.Person("owner@first.example") });

        Assert.Equal("consent_required", await People.CodeAsync(refused));
        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode); // the refusal did not spend the link
    }
}
