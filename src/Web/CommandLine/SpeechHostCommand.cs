using System.CommandLine;
using Earshot.Speech.Engines.Host;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot speech-host</c>: the child process of a recogniser, where the program is one file and holds the library inside.</summary>
internal static class SpeechHostCommand
{
    public static Command Create()
    {
        var command = new Command(RunEngineHost.CommandName, "Serves a recogniser over standard input and output; started by the program itself.") { Hidden = true };
        command.SetAction((_, _) => RunEngineHost.ServeAsync());
        return command;
    }
}
