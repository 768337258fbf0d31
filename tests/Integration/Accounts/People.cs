using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Accounts;

/// <summary>Synthetic people who join a product under test.</summary>
internal static class People
{
    public const string Password = "seven green lanterns";

    public static object Person(string email, string password = Password, bool accepts = true, string name = "Vera Example") =>
        new { name, email, phone = (string?)null, password, language = "en", timeZone = "Europe/Moscow", accepts };

    /// <returns>A browser in which the first owner is signed in.</returns>
    public static async Task<Browser> OwnerAsync(TestProduct product, string email = "owner@first.example")
    {
        var browser = new Browser(product);
        var token = TokenOf(await OwnerPathAsync(product));
        using var joined = await browser.PostAsync("/api/accounts/join", new { token, person = Person(email), organization = "First" });
        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode);
        return browser;
    }

    /// <returns>A browser in which somebody whom <paramref name="host"/> invited is signed in.</returns>
    public static async Task<Browser> InvitedAsync(TestProduct product, Browser host, string role, string email)
    {
        var browser = new Browser(product);
        using var joined = await browser.PostAsync("/api/accounts/join", new { token = await InviteAsync(host, role), person = Person(email) });
        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode);
        return browser;
    }

    /// <returns>A browser in which the owner of another organization is signed in.</returns>
    public static async Task<Browser> OtherOwnerAsync(TestProduct product, string email = "owner@second.example")
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        var register = ActivatorUtilities.CreateInstance<RegisterOrganization>(scope.ServiceProvider, new AccountOptions { OpenRegistration = true });
        var person = new NewPerson("Boris Sample", email, null, Password, "en", "Europe/Moscow", Accepts: true);
        var registered = await register.RunAsync(new RegisterOrganizationRequest("Second", "ru", person), default);
        Assert.True(registered.IsOk, registered.Failure?.Code);
        var browser = new Browser(product);
        using var entered = await browser.PostAsync("/api/accounts/sign-in", new { email, password = Password });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        return browser;
    }

    public static async Task<string> InviteAsync(Browser host, string role)
    {
        using var invited = await host.PostAsync("/api/accounts/invitations", new { role });
        Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        return TokenOf((await invited.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("path").GetString());
    }

    public static async Task<string> OwnerPathAsync(TestProduct product)
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OfferOwnerLink>().RunAsync(default);
        return link.Path ?? throw new InvalidOperationException("There is an owner already.");
    }

    public static string TokenOf(string? path) => path?.Split("token=")[1] ?? throw new InvalidOperationException("No link.");

    public static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
