using System.Net;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts.SignOn;
using Earshot.Web.Doubles.SignOn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Accounts;

/// <summary>A product that knows Yandex ID, VK ID and Google, each played by its double; and a provider that companies may connect.</summary>
public sealed class SignOnProduct : IAsyncLifetime
{
    private const string Client = "earshot-test";
    private const string Secret = "a secret, for tests & nothing else";

    private readonly List<WebApplication> servers = [];

    internal TestProduct Product { get; private set; } = null!; // set before the first test

    internal YandexIdDouble Yandex { get; } = new(Client, Secret, TimeProvider.System);

    internal VkIdDouble Vk { get; } = new(Client, TimeProvider.System);

    internal OpenIdDouble Google { get; } = new(Client, Secret, TimeProvider.System);

    internal OpenIdDouble Company { get; } = new(Client, Secret, TimeProvider.System);

    internal Browser Owner { get; private set; } = null!; // set before the first test

    public Uri CompanyIssuer { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        var (yandex, vk, google) = (await ServeAsync(routes => Yandex.Map(routes)), await ServeAsync(routes => Vk.Map(routes)), await ServeAsync(routes => Google.Map(routes)));
        CompanyIssuer = await ServeAsync(routes => Company.Map(routes));
        var settings = new SignOnSettings
        {
            Providers =
            [
                new("yandex", SignOnKind.Yandex, Client, Secret, yandex) { Profile = new Uri(yandex, "info") },
                new("vk", SignOnKind.Vk, Client, null, vk),
                new("google", SignOnKind.OpenId, Client, Secret, google),
            ],
            OwnHosts = ["127.0.0.1"],
        };
        Product = await TestProduct.StartAsync(also: services => services.AddSingleton(settings));
        Yandex.Redirect = Vk.Redirect = Google.Redirect = Company.Redirect = new Uri(Product.Address, "/sign-on/callback").ToString();
        Owner = await People.OwnerAsync(Product);
    }

    public async Task DisposeAsync()
    {
        Owner.Dispose();
        await Product.DisposeAsync();
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        Google.Dispose();
        Company.Dispose();
    }

    /// <summary>Sets who is signed in at every provider.</summary>
    internal void Become(DoublePerson person) => Yandex.Person = Vk.Person = Google.Person = Company.Person = person;

    internal static object Registration => new { name = "Company", clientId = Client, clientSecret = Secret };

    internal object Connection(string? joinsAs) => new { name = "Company", issuer = CompanyIssuer.ToString().TrimEnd('/'), clientId = Client, clientSecret = Secret, joinsAs };

    /// <summary>Goes to a provider as a browser does.</summary>
    /// <returns>Where it sends the browser back to.</returns>
    internal static async Task<Uri> GoAsync(Browser browser, string path)
    {
        using var begun = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        using var agreed = await browser.FollowAsync(begun.Headers.Location ?? throw new InvalidOperationException("No way out."));
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        return agreed.Headers.Location ?? throw new InvalidOperationException("No way back.");
    }

    /// <summary>There and back again.</summary>
    /// <returns>Path and query of the page that the browser ends at.</returns>
    internal static async Task<string?> RoundAsync(Browser browser, string path)
    {
        using var back = await browser.FollowAsync(await GoAsync(browser, path));
        return back.Headers.Location?.ToString();
    }

    private async Task<Uri> ServeAsync(Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        map(server);
        await server.StartAsync();
        servers.Add(server);
        return new Uri(server.Urls.First());
    }
}
