using Earshot.Platform;
using Earshot.Platform.Kernel.Database;
using Earshot.Speech;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Earshot.Integration.Harness;

/// <summary>
/// The real server as a process of its own, which a test may kill. The only difference from <c>earshot serve</c>: it has a recogniser
/// that needs no model (<see cref="ScriptedEngine"/>).
/// </summary>
internal static class Program
{
    /// <summary>Written into the data folder once the server listens.</summary>
    public const string AddressFile = "address";

    public static async Task<int> Main()
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var app = WebServer.Build(
            settings, "http://127.0.0.1:0", ServerRole.All, services => services.AddSingleton<ISpeechEngine>(new ScriptedEngine(Environment.GetEnvironmentVariable("SCRIPTED_ENGINE"))));
        await app.Services.GetRequiredService<Migrator>().RunAsync(default);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First();
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, $"{AddressFile}.new"), address);
        File.Move(Path.Combine(settings.DataFolder, $"{AddressFile}.new"), Path.Combine(settings.DataFolder, AddressFile));
        await app.WaitForShutdownAsync();
        return 0;
    }
}
