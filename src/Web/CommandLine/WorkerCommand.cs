using System.CommandLine;
using Earshot.Platform;

namespace Earshot.Web.CommandLine;

/// <summary>
/// <c>earshot worker</c>: does the jobs and serves no page. On another machine it needs the database (EARSHOT_DATABASE), the master key
/// (EARSHOT_MASTER_KEY) and the data folder with the spool (EARSHOT_DATA), for example as a network volume.
/// </summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        var health = new Option<string>("--health") { Description = "Address that tells whether it is alive.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var command = new Command("worker", "Work on recordings and calls beside a server, on this machine or another.") { health };
        command.SetAction((parsed, ct) => ServeCommand.RunAsync(parsed.GetRequiredValue(health), ServerRole.Worker, demo: false, ct));
        return command;
    }
}
