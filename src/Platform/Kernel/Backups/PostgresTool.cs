using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, of the newest version on this machine.</summary>
internal static class PostgresTool
{
    public static Process Start(string name, string connection, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name), arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var target = new NpgsqlConnectionStringBuilder(connection);
        start.Environment["PGHOST"] = target.Host ?? "";
        start.Environment["PGPORT"] = target.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = target.Database ?? "";
        start.Environment["PGUSER"] = target.Username ?? "";
        start.Environment["PGPASSWORD"] = target.Password ?? ""; // in the environment: arguments can be read by others
        return Process.Start(start) ?? throw new BackupException($"{name} did not start.");
    }

    /// <summary>Waits for the end. The first line alone is told on: the rest may quote rows.</summary>
    public static async Task FinishAsync(Process process, Task<string> errors, CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        var said = (await errors).Split('\n')[0];
        if (process.ExitCode != 0)
        {
            throw new BackupException($"{Path.GetFileName(process.StartInfo.FileName)} failed: {(said.Length > 200 ? said[..200] : said)}");
        }
    }

    private static string Find(string name)
    {
        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).Select(folder => Path.Combine(folder, "bin", name)).Where(File.Exists).OrderByDescending(Version).FirstOrDefault()
            : null;
        return installed ?? Array.Find(["/usr/bin/" + name, "/usr/local/bin/" + name], File.Exists)
            ?? throw new BackupException($"{name} is not installed. Run: apt-get install postgresql-client");
    }

    private static int Version(string path) => int.TryParse(path.Split('/')[4], CultureInfo.InvariantCulture, out var version) ? version : 0;
}
