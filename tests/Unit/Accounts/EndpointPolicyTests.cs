using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Earshot.Unit.Accounts;

/// <summary>Every route and page says who may use it (clause A27). The table of roles is reviewed as a file.</summary>
public sealed class EndpointPolicyTests
{
    [Fact]
    public void Every_endpoint_names_a_policy_or_says_that_it_is_open()
    {
        var silent = Endpoints().Where(endpoint => PolicyOf(endpoint) is null).Select(Name).Distinct();

        Assert.True(!silent.Any(), "No policy: " + string.Join(", ", silent)
            + ". Give the route group RequireAuthorization(Policies.…), the page @attribute [Authorize(Policy = Policies.…)], or AllowAnonymous.");
    }

    [Fact]
    public void An_endpoint_without_a_policy_is_found()
    {
        var app = Server();
        app.MapGet("/canary", () => "open by mistake");

        Assert.Contains("GET /canary", Of(app).Where(endpoint => PolicyOf(endpoint) is null).Select(Name));
    }

    [Fact]
    public void Every_named_policy_is_in_the_table() =>
        Assert.Empty(Endpoints().Select(PolicyOf).OfType<string>().Where(name => name != "open").Except(Policies.All.Select(policy => policy.Name)));

    [Fact]
    public void The_matrix_of_roles_and_endpoints_is_the_reviewed_one()
    {
        var file = SnapshotFile();
        var now = Matrix();
        if (Environment.GetEnvironmentVariable("EARSHOT_UPDATE_SNAPSHOTS") is "1")
        {
            File.WriteAllText(file, now);
        }

        Assert.True(File.ReadAllText(file) == now,
            $"Routes or rights changed. Run the unit tests with EARSHOT_UPDATE_SNAPSHOTS=1, look at the difference of {Path.GetFileName(file)}, and commit it.");
    }

    private static string Matrix()
    {
        var lines = Endpoints().Select(endpoint => (Name: Name(endpoint), Policy: PolicyOf(endpoint) ?? "NONE")).Distinct()
            .OrderBy(line => line.Name, StringComparer.Ordinal)
            .Select(line => $"{line.Name,-62} {line.Policy,-22} {Who(line.Policy)}".TrimEnd());
        return string.Join('\n', lines) + "\n";
    }

    private static string Who(string policy) => policy == "open"
        ? "everybody"
        : Policies.All.SingleOrDefault(row => row.Name == policy) is { } found
            ? string.Join(' ', found.Roles.Count == Roles.All.Count ? ["any role"] : found.Roles.Append(found.Scope is { } scope ? "key:" + scope : "").Where(who => who.Length > 0))
            : "?";

    private static string Name(RouteEndpoint endpoint) =>
        $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? "open"
        : endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy;

    private static List<RouteEndpoint> Endpoints() => Of(Server());

    private static List<RouteEndpoint> Of(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/_framework/", StringComparison.Ordinal) != true)]; // Blazor's own; closed by the fallback policy

    // Built, never started: no database is touched.
    private static WebApplication Server() => WebServer.Build(
        new PlatformSettings { Database = "Host=/nowhere;Database=none;Username=none", MasterKey = new MasterKey(new byte[32]), DataFolder = Path.GetTempPath(), Region = "ru" },
        "http://127.0.0.1:0");

    private static string SnapshotFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Earshot.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The repository was not found."), "tests", "Unit", "Accounts", "endpoint-matrix.txt");
    }
}
