using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Earshot.Integration.Harness;
using Microsoft.AspNetCore.Routing;
using Xunit.Abstractions;

namespace Earshot.Integration.Accounts;

/// <summary>What belongs to another organization is not there (clause A29): every route with an id is tried with every foreign id.</summary>
public sealed class IsolationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_route_with_an_id_knows_nothing_of_another_organization()
    {
        await using var product = await TestProduct.StartAsync();
        using var stranger = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        var foreign = await ThingsOfAsync(other);

        var tries = 0;
        var crossed = new List<string>();
        foreach (var (method, path) in RoutesWithIds(product))
        {
            foreach (var id in foreign)
            {
                using var answer = await stranger.SendAsync(new HttpMethod(method), Regex.Replace(path, @"\{[^}]+\}", id), BodyFor(method));
                tries++;
                if (answer.IsSuccessStatusCode || answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    crossed.Add($"{method} {path} → {(int)answer.StatusCode}");
                }
            }
        }

        output.WriteLine($"{tries} tries over routes with ids");
        Assert.True(tries > 50);
        Assert.Empty(crossed.Distinct());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/accounts/me/")).StatusCode);
    }

    [Fact]
    public async Task Lists_hold_nothing_of_another_organization()
    {
        await using var product = await TestProduct.StartAsync();
        using var stranger = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        var foreign = await ThingsOfAsync(other);

        foreach (var path in Lists(product))
        {
            using var answer = await stranger.GetAsync(path);
            var isEndless = answer.Content.Headers.ContentType?.MediaType is "text/event-stream"; // CallPipelineTests listens to it
            var text = isEndless ? "" : await answer.Content.ReadAsStringAsync();

            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, path);
            Assert.DoesNotContain(foreign, id => text.Contains(id, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Ids_of_another_organization_in_a_body_are_refused()
    {
        await using var product = await TestProduct.StartAsync();
        using var stranger = await People.OwnerAsync(product);
        using var other = await People.OtherOwnerAsync(product);
        var department = await MadeAsync(other, "/api/accounts/departments", new { name = "Sales" });
        var agent = await MadeAsync(other, "/api/accounts/agents", new { name = "Ann Sample" });
        var user = (await other.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();
        var me = (await stranger.ReadAsync("/api/accounts/me/")).GetProperty("id").GetString();

        HttpResponseMessage[] answers =
        [
            await stranger.PostAsync("/api/accounts/agents", new { name = "Ann Sample", departmentId = department }),
            await stranger.PostAsync("/api/accounts/agents", new { name = "Ann Sample", userId = user }),
            await stranger.PostAsync("/api/accounts/invitations", new { role = "agent", departments = new[] { department } }),
            await stranger.PostAsync("/api/accounts/invitations", new { role = "agent", agentId = agent }),
            await stranger.PutAsync($"/api/accounts/users/{me}/role", new { role = "owner", departments = new[] { department } }),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"name\":null,\"email\":null,\"password\":null,\"role\":null,\"scopes\":null,\"token\":null,\"person\":null,\"languages\":null,\"unmaskedTypes\":null,\"code\":null,\"pending\":null,\"version\":null,\"present\":null,\"new\":null,\"language\":null,\"timeZone\":null,\"region\":null,\"organization\":null}")]
    [InlineData("{\"name\":5,\"email\":[],\"password\":{},\"role\":true}")]
    public async Task Malformed_bodies_are_refused_and_break_nothing(string body)
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var nobody = new Browser(product);
        using var json = JsonDocument.Parse(body is "{" ? "\"{\"" : body);
        var broken = new List<string>();
        foreach (var (method, path) in Routes(product).Where(route => route.Method is "POST" or "PUT" && !route.Path.EndsWith("sign-out", StringComparison.Ordinal)))
        {
            foreach (var browser in new[] { owner, nobody })
            {
                using var answer = await browser.SendAsync(new HttpMethod(method), Regex.Replace(path, @"\{[^}]+\}", Guid.NewGuid().ToString()), json.RootElement);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    broken.Add($"{method} {path} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(broken);
    }

    private static async Task<List<string>> ThingsOfAsync(Browser owner)
    {
        var ids = new List<string>
        {
            await MadeAsync(owner, "/api/accounts/departments", new { name = "Sales" }),
            await MadeAsync(owner, "/api/accounts/agents", new { name = "Ann Sample", externalId = "17" }),
        };
        (await owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { "calls:write" } })).Dispose();
        (await owner.PostAsync("/api/accounts/invitations", new { role = "agent" })).Dispose();
        foreach (var list in new[] { "users", "keys/", "invitations", "me/sessions" })
        {
            ids.AddRange((await owner.ReadAsync($"/api/accounts/{list}")).EnumerateArray().Select(row => row.GetProperty("id").GetString() ?? ""));
        }

        Assert.True(ids.Count >= 6);
        return ids;
    }

    private static async Task<string> MadeAsync(Browser owner, string path, object body)
    {
        using var made = await owner.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetString() ?? "";
    }

    // A body that is good by itself, so that only the id is at fault.
    private static object? BodyFor(string method) => method is "POST" or "PUT" ? new { name = "Taken over", role = "agent", turns = Array.Empty<object>() } : null;

    private static IEnumerable<(string Method, string Path)> RoutesWithIds(TestProduct product) =>
        Routes(product).Where(route => Regex.IsMatch(route.Path, @"\{\w*[iI]d(:guid)?\}"));

    private static IEnumerable<string> Lists(TestProduct product) =>
        Routes(product).Where(route => route.Method == "GET" && !route.Path.Contains('{', StringComparison.Ordinal)).Select(route => route.Path);

    private static List<(string Method, string Path)> Routes(TestProduct product) =>
    [
        .. ((IEndpointRouteBuilder)product.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => (method, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))))
            .Where(route => !route.Item2.StartsWith("/_framework", StringComparison.Ordinal) && !route.Item2.StartsWith("/assets", StringComparison.Ordinal)),
    ];
}
