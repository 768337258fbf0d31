using Earshot.Platform;
using Earshot.Platform.Kernel.Database;
using Earshot.Speech;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Earshot.Integration.Harness;

/// <summary>
/// The real server as a process of its own, which a test may kill. The only difference from <c>earshot serve</c>: it has a recogniser
/// that needs no model (<see cref="ScriptedEngine"/>).
/// </summary>
internal static class Program
{
    public static async Task<int> Main()
    {
        var settings = PlatformSettings.Read(Environment.GetEnvironmentVariable);
        await using var app = WebServer.Build(
            settings, "http://127.0.0.1:0", ServerRole.All, services => services.AddSingleton<ISpeechEngine>(new ScriptedEngine(Environment.GetEnvironmentVariable("SCRIPTED_ENGINE"))));
        await app.Services.GetRequiredService<Migrator>().RunAsync(default);
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        return 0;
    }
}
