using System.Globalization;
using Earshot.Platform.Kernel.Schedules;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>Makes a backup when the last one is old enough, and deletes those whose life is over. One worker does it, whoever holds the lock.</summary>
internal sealed partial class MakeBackups(BackupSettings settings, WriteBackup write, NpgsqlDataSource source, TimeProvider clock, ILogger<MakeBackups> log) : IScheduledTask
{
    private const long LockId = 4711_0214;

    public async Task RunAsync(CancellationToken ct)
    {
        if (settings.Folder is not { } folder)
        {
            return;
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        if (await AskAsync(connection, "select pg_try_advisory_lock(@id)", ct, ("id", LockId)) is not true)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await ForgetAsync(connection, folder, ct);
        if (await AskAsync(connection, "select not exists (select from kernel.backups where kind = 'backup' and failure is null and started_at > @since)", ct, ("since", clock.GetUtcNow() - settings.Every)) is true)
        {
            await MakeAsync(connection, folder, ct);
        }

        await AskAsync(connection, "select pg_advisory_unlock(@id)", ct, ("id", LockId));
    }

    private async Task MakeAsync(NpgsqlConnection connection, string folder, CancellationToken ct)
    {
        var (id, now) = (Guid.CreateVersion7(clock.GetUtcNow()), clock.GetUtcNow());
        var name = string.Create(CultureInfo.InvariantCulture, $"earshot-{now:yyyyMMdd-HHmmss}.backup");
        await AskAsync(connection, "insert into kernel.backups (id, kind, file, started_at) values (@id, 'backup', @file, @now)", ct, ("id", id), ("file", name), ("now", now));
        var (bytes, failure) = await TryAsync(Path.Combine(folder, name), ct);
        await AskAsync(
            connection, "update kernel.backups set finished_at = @now, bytes = @bytes, failure = @failure where id = @id", ct,
            ("id", id), ("now", clock.GetUtcNow()), ("bytes", (object?)bytes ?? DBNull.Value), ("failure", (object?)failure ?? DBNull.Value));
    }

    private async Task<(long? Bytes, string? Failure)> TryAsync(string file, CancellationToken ct)
    {
        try
        {
            return (await write.RunAsync(file, ct), null);
        }
        catch (BackupException bad)
        {
            LogFailed(log, bad.Message);
            return (null, bad.Message);
        }
    }

    private async Task ForgetAsync(NpgsqlConnection connection, string folder, CancellationToken ct)
    {
        var old = clock.GetUtcNow() - settings.Life;
        foreach (var file in Directory.EnumerateFiles(folder, "earshot-*.backup").Where(file => File.GetLastWriteTimeUtc(file) < old.UtcDateTime))
        {
            File.Delete(file);
            await AskAsync(connection, "update kernel.backups set deleted_at = @now where file = @file", ct, ("now", clock.GetUtcNow()), ("file", Path.GetFileName(file)));
        }
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The backup failed: {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
