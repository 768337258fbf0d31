using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Earshot.Integration.Harness;
using Microsoft.Playwright;

namespace Earshot.EndToEnd;

/// <summary>The product as a person starts it, on a database of its own, and a real Chromium before it.</summary>
public class RunningProduct : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost", // a browser asks after its makers by itself
    ];

    private readonly string data = Directory.CreateTempSubdirectory("earshot-e2e").FullName;
    private Process? server;
    private IPlaywright? playwright;

    /// <summary>Address of the server.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>The link that the server printed for its first owner.</summary>
    public string OwnerLink { get; private set; } = string.Empty;

    internal IBrowser Browser { get; private set; } = null!; // set before the first test

    public async Task InitializeAsync()
    {
        var database = await (await PostgresCluster.GetAsync()).NewDatabaseAsync();
        Address = $"{Host}:{FreePort()}";
        await PrepareAsync();
        OwnerLink = await StartAsync(database);
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });
    }

    public virtual async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Scheme and name under which it is reached.</summary>
    protected virtual string Host => "http://127.0.0.1";

    /// <summary>Where the product keeps its files.</summary>
    protected string Data => data;

    /// <summary>More settings of the server.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>What must be there before the server starts.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Runs a command of the product beside the server.</summary>
    protected static Process Run(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "earshot.dll"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })
        ?? throw new InvalidOperationException("It did not start.");

    /// <summary>The first owner comes in by the printed link, in an organization of this name.</summary>
    internal async Task JoinAsync(IPage page, string organization = "Northwind", string name = "Olga Petrova", string email = "olga@example.com", string password = "seven brave otters sing", string? link = null)
    {
        await page.GotoAsync(link ?? OwnerLink);
        await page.FillAsync("#organization", organization);
        await page.FillAsync("#name", name);
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.CheckAsync("input[name='Form.Accepts']");
        await page.ClickAsync("button.button-wide");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No calls yet" })).ToBeVisibleAsync();
    }

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no Chromium. Run ./earshot test, which installs it.");

    private async Task<string> StartAsync(string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "earshot.dll"), "serve", "--urls", Address]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["EARSHOT_DATABASE"] = database;
        start.Environment["EARSHOT_DATA"] = data;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        server = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http", StringComparison.Ordinal) is var at and >= 0 && line.Contains("/join?token=", StringComparison.Ordinal))
            {
                _ = server.StandardOutput.ReadToEndAsync();
                return line[at..].Trim();
            }
        }

        throw new InvalidOperationException("The server printed no link for its owner.");
    }

    /// <summary>A port that was free a moment ago.</summary>
    protected static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
