using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Backups;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.PersonalData;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot backup FILE</c> and <c>earshot restore FILE</c>: encrypted copies of the database, and the way back.</summary>
internal static class BackupCommand
{
    public static Command CreateBackup()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file to write." };
        var command = new Command("backup", "Write an encrypted backup of the database.") { file };
        command.SetAction((parsed, ct) => GuardAsync(() => BackupAsync(parsed.GetRequiredValue(file), ct)));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A backup." };
        var drill = new Option<bool>("--drill") { Description = "Restore into a database of its own, check it, and throw it away." };
        var command = new Command("restore", "Restore a backup into an empty database. What was erased since is erased again before the product opens.") { file, drill };
        command.SetAction((parsed, ct) => GuardAsync(() => parsed.GetValue(drill) ? DrillAsync(parsed.GetRequiredValue(file), ct) : RestoreAsync(parsed.GetRequiredValue(file), ct)));
        return command;
    }

    private static async Task<int> BackupAsync(FileInfo file, CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        var write = new WriteBackup(settings, new DatabaseSettings(settings.Database, settings.MasterKey), settings.MasterKey, TimeProvider.System);
        var bytes = await write.RunAsync(file.FullName, ct);
        await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes, sealed under master key {settings.MasterKey.Id}. Keep the key elsewhere: without it the file is noise."));
        return 0;
    }

    private static async Task<int> RestoreAsync(FileInfo file, CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        var gone = await RestoreAsync(settings, file.FullName, ct);
        await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Restored. {gone} rows that were erased since the backup are erased again."));
        return await VerifyAsync(settings, ct);
    }

    // The program that serves is not started before this has ended.
    internal static async Task<int> RestoreAsync(PlatformSettings settings, string file, CancellationToken ct)
    {
        var database = new DatabaseSettings(settings.Database, settings.MasterKey);
        await new ReadBackup(settings.MasterKey).RestoreAsync(file, settings.Database, database.AppRole, ct);
        await using var app = WebServer.Build(settings, "http://127.0.0.1:0");
        await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
        return await app.Services.GetRequiredService<ReplayTombstones>().RunAsync(ct);
    }

    private static async Task<int> DrillAsync(FileInfo file, CancellationToken ct) =>
        await DrillAsync(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), file, ct);

    internal static async Task<int> DrillAsync(PlatformSettings settings, FileInfo file, CancellationToken ct)
    {
        await using var home = NpgsqlDataSource.Create(settings.Database);
        var name = string.Create(CultureInfo.InvariantCulture, $"earshot_drill_{TimeProvider.System.GetUtcNow():yyyyMMddHHmmss}");
        var started = TimeProvider.System.GetTimestamp();
        await ExecuteAsync(home, $"create database {name}", ct);
        var drilled = settings with { Database = new NpgsqlConnectionStringBuilder(settings.Database) { Database = name, Pooling = false }.ConnectionString };
        try
        {
            var gone = await RestoreAsync(drilled, file.FullName, ct);
            var status = await VerifyAsync(drilled, ct);
            var spent = TimeProvider.System.GetElapsedTime(started);
            await RecordAsync(home, file, status == 0 ? null : "audit log broken", ct);
            await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The drill {(status == 0 ? "passed" : "FAILED")} in {spent.TotalSeconds:f1} s; {gone} erased rows were erased again; the database is thrown away."));
            return status;
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(home, $"drop database {name} with (force)", CancellationToken.None);
            await ExecuteAsync(home, $"drop role if exists {name}_app", CancellationToken.None);
        }
    }

    private static async Task<int> VerifyAsync(PlatformSettings settings, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        var verify = new VerifyAudit(owner, settings.MasterKey);
        var (events, broken) = (0L, 0);
        foreach (var organization in await AuditCommand.OrganizationsAsync(owner, ct))
        {
            var verdict = await verify.RunAsync(organization, ct);
            (events, broken) = (events + verdict.Events, broken + (verdict.IsWhole ? 0 : 1));
        }

        await Terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{events} events of the audit log checked, {broken} chains broken."));
        return broken == 0 ? 0 : 1;
    }

    private static async Task RecordAsync(NpgsqlDataSource home, FileInfo file, string? failure, CancellationToken ct)
    {
        await using var record = home.CreateCommand("insert into kernel.backups (id, kind, file, bytes, started_at, finished_at, failure) values (@id, 'drill', @file, @bytes, now(), now(), @failure)");
        record.Parameters.AddWithValue("id", Guid.CreateVersion7());
        record.Parameters.AddWithValue("file", file.Name);
        record.Parameters.AddWithValue("bytes", file.Length);
        record.Parameters.AddWithValue("failure", (object?)failure ?? DBNull.Value);
        await record.ExecuteNonQueryAsync(ct);
    }

    // The name is made of digits here.
    private static async Task ExecuteAsync(NpgsqlDataSource home, string sql, CancellationToken ct)
    {
        await using var command = home.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception bad) when (bad is BackupException or PlatformSettingsException or FileNotFoundException)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }
}
