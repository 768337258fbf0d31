using System.CommandLine;
using Earshot.Platform;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot serve</c>: migrates the database, then serves until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var role = new Option<ServerRole>("--role") { Description = "What this process does: all, web or worker.", DefaultValueFactory = _ => ServerRole.All };
        var command = new Command("serve", "Start the server.") { urls, role };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), parsed.GetValue(role), ct));
        return command;
    }

    private static async Task<int> RunAsync(string urls, ServerRole role, CancellationToken ct)
    {
        try
        {
            var settings = PlatformSettings.Read(Environment.GetEnvironmentVariable);
            await using var app = WebServer.Build(settings, urls, role);
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            await app.StartAsync(ct);
            await WelcomeAsync(app, urls.Split(';')[0], ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static async Task WelcomeAsync(WebApplication app, string address, CancellationToken ct)
    {
        await Terminal.Out.WriteLineAsync($"Earshot is at {address}");
        if (await OwnerCommand.FindAsync(app.Services, address, ct) is { } link)
        {
            await Terminal.Out.WriteLineAsync($"The owner comes in here, once: {link}");
        }
    }
}
