using Earshot.Platform.Kernel.Schedules;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Calls.Spool;

/// <summary>Removes what a crash left in the spool: files whose key was destroyed, and files that no row owns.</summary>
internal sealed partial class SweepSpool(AudioSpool spool, NpgsqlDataSource source, PlatformSettings settings, TimeProvider clock, ILogger<SweepSpool> log) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        var removed = await UnlinkDestroyedAsync(ct) + await UnlinkOrphansAsync(ct);
        if (removed > 0)
        {
            LogSwept(log, removed);
        }
    }

    private async Task<int> UnlinkDestroyedAsync(CancellationToken ct)
    {
        var files = await ListAsync("select file from calls.unlinked_spool_files()", ct);
        if (files.Count == 0)
        {
            return 0;
        }

        files.ForEach(spool.Delete);
        await using var forget = source.CreateCommand("select calls.forget_spool_files(@files)");
        forget.Parameters.AddWithValue("files", files.ToArray());
        await forget.ExecuteScalarAsync(ct);
        return files.Count;
    }

    // A file is written before its row exists: only files that nobody wrote to for a while can be orphans.
    private async Task<int> UnlinkOrphansAsync(CancellationToken ct)
    {
        var quiet = spool.Unchanged(clock.GetUtcNow() - settings.SpoolGrace);
        if (quiet.Count == 0)
        {
            return 0;
        }

        var owned = (await ListAsync("select file from calls.owned_spool_files()", ct)).ToHashSet();
        var orphans = quiet.Where(file => !owned.Contains(file)).ToList();
        orphans.ForEach(spool.Delete);
        return orphans.Count;
    }

    private async Task<List<string>> ListAsync(string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var files = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            files.Add(reader.GetString(0));
        }

        return files;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} files that a crash left in the spool are removed")]
    private static partial void LogSwept(ILogger log, int count);
}
