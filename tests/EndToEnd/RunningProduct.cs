using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Earshot.Integration.Harness;
using Microsoft.Playwright;

namespace Earshot.EndToEnd;

/// <summary>The product as a person starts it, on a database of its own, and a real Chromium before it.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
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
        Address = $"http://127.0.0.1:{FreePort()}";
        OwnerLink = await StartAsync(database);
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("There is no Chromium. Run ./earshot test, which installs it.");

    private async Task<string> StartAsync(string database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "earshot.dll"), "serve", "--urls", Address]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["EARSHOT_DATABASE"] = database;
        start.Environment["EARSHOT_DATA"] = data;
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
