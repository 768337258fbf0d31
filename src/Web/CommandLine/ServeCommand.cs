using System.CommandLine;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Demo;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Documents;
using Earshot.Speech;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot serve</c>: migrates the database, then serves until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var role = new Option<ServerRole>("--role") { Description = "What this process does: all, web or worker.", DefaultValueFactory = _ => ServerRole.All };
        var demo = new Option<bool>("--demo") { Description = "Add synthetic calls where there are none yet." };
        var command = new Command("serve", "Start the server.") { urls, role, demo };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(urls), parsed.GetValue(role), parsed.GetValue(demo), ct));
        return command;
    }

    /// <returns>Exit code.</returns>
    internal static async Task<int> RunAsync(string urls, ServerRole role, bool demo, CancellationToken ct)
    {
        try
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var app = WebServer.Build(settings, urls, role);
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            await app.StartAsync(ct);
            await (role is ServerRole.Worker ? TellWorkAsync(app) : WelcomeAsync(app, urls.Split(';')[0], demo, ct));
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static async Task WelcomeAsync(WebApplication app, string address, bool demo, CancellationToken ct)
    {
        await Terminal.Out.WriteLineAsync($"Earshot is at {address}");
        var link = await OwnerCommand.FindAsync(app.Services, address, ct);
        if (demo)
        {
            await LoadDemoAsync(app, ct);
        }

        if (link is not null)
        {
            await Terminal.Out.WriteLineAsync($"The owner comes in here, once: {link}");
        }

        await TellRecognitionAsync(app);
    }

    private static async Task TellWorkAsync(WebApplication app)
    {
        await Terminal.Out.WriteLineAsync($"Working on what waits. Health: {app.Urls.First()}/health");
        await TellRecognitionAsync(app);
    }

    private static Task TellRecognitionAsync(WebApplication app) =>
        Terminal.Out.WriteLineAsync(DescribeRecognition.For(OpenLocalEngine.All(), app.Services.GetRequiredService<PlatformSettings>().Region));

    // The first organization is there by now: the owner's link made it.
    private static async Task LoadDemoAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var organizations = await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct);
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organizations[0].Id);
        await scope.ServiceProvider.GetRequiredService<LoadDemoOperator>().RunAsync(ct);
        await app.Services.GetRequiredService<LoadDemo>().RunAsync(organizations[0].Id, ct);
    }
}
