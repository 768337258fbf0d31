using System.CommandLine;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot serve</c>: the web server, the workers, or both.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var command = new Command("serve", "Start the server.") { urls };
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = WebServer.Build(parsed.GetRequiredValue(urls));
            await app.StartAsync(ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }
}
