using System.CommandLine;
using Earshot.Platform;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Web.CommandLine;

/// <summary>
/// <c>earshot owner-link</c>: prints the one-time link by which the owner of a fresh installation comes in, and nothing when there is an
/// owner already.
/// </summary>
internal static class OwnerCommand
{
    public static Command Create()
    {
        var address = new Option<string>("--address") { Description = "Address of the server as the owner's browser reaches it.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = new Command("owner-link", "Print the one-time link for the owner of a fresh installation.") { address };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(address), ct));
        return command;
    }

    private static async Task<int> RunAsync(string address, CancellationToken ct)
    {
        try
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var app = WebServer.Build(settings, "http://127.0.0.1:0");
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            if (await FindAsync(app.Services, address, ct) is { } link)
            {
                await Terminal.Out.WriteLineAsync(link);
            }

            return 0;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    /// <returns>The link; null when there is an owner already.</returns>
    internal static async Task<string?> FindAsync(IServiceProvider services, string address, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OfferOwnerLink>().RunAsync(ct);
        return link.Path is { } path ? address.TrimEnd('/') + path : null;
    }
}
