using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Accounts.People;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot passwords FILE</c>: imports a list of stolen passwords, which nobody can choose from then on.</summary>
internal static class PasswordsCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A password a line, or SHA-1 in hexadecimal." };
        var command = new Command("passwords", "Import a list of stolen passwords: nobody can choose one of them. Restart the server afterwards.") { file };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(file), ct));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, CancellationToken ct)
    {
        if (!file.Exists)
        {
            await Terminal.Error.WriteLineAsync("There is no such file.");
            return 2;
        }

        var folder = Environment.GetEnvironmentVariable("EARSHOT_DATA") is { Length: > 0 } given ? given : "var";
        Directory.CreateDirectory(folder);
        var count = await StolenPasswordFilter.WriteAsync(file.FullName, StolenPasswords.FileIn(folder), ct);
        await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} passwords are refused from the next start on."));
        return 0;
    }
}
