using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Web.CommandLine;

/// <summary>
/// <c>earshot import FOLDER</c>: takes in all recordings and transcripts of a folder as an archive, behind new calls. Safe to repeat: a file
/// that is here already is passed over.
/// </summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "The folder; its subfolders are taken too." };
        var pattern = new Option<string?>("--pattern") { Description = "Reads metadata from file names, for example {started_at:yyyyMMdd-HHmmss}_{direction}_{agent_id}." };
        var language = new Option<string?>("--language") { Description = "ru, en or ar; found out when missing." };
        var ground = new Option<string?>("--ground") { Description = "Why recording was lawful; the organization's default when missing." };
        var organization = new Option<Guid?>("--organization") { Description = "Id of the organization; needed when there are several." };
        var command = new Command("import", "Take in a folder of recordings and transcripts.") { folder, pattern, language, ground, organization };
        command.SetAction((parsed, ct) => RunAsync(
            parsed.GetRequiredValue(folder),
            new ImportRequest(parsed.GetValue(organization), parsed.GetValue(pattern), parsed.GetValue(language), parsed.GetValue(ground)),
            ct));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, ImportRequest request, CancellationToken ct)
    {
        if (!folder.Exists)
        {
            await Terminal.Error.WriteLineAsync($"There is no folder {folder.FullName}.");
            return 2;
        }

        try
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var app = WebServer.Build(settings, "http://127.0.0.1:0", ServerRole.Web);
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            var report = await app.Services.GetRequiredService<ImportFolder>().RunAsync(folder.FullName, request, Progress(), ct);
            await Terminal.Out.WriteLineAsync(report.Failure?.Message ?? Summary(report.Value));
            return report.IsOk && report.Value.Refused == 0 ? 0 : 1;
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static Progress<ImportedFile> Progress() => new(file => Terminal.Error.WriteLine(file.Reason is null ? $"{file.State,-10} {file.Name}" : $"{file.State,-10} {file.Name}: {file.Reason}"));

    private static string Summary(ImportReport report) => string.Create(
        CultureInfo.InvariantCulture, $"{report.Files} files: {report.Calls} calls taken in, {report.Known} known before, {report.Refused} refused.");
}
