using Npgsql;

namespace Earshot.Platform.Kernel.Schedules;

/// <summary>
/// Decides between workers: a task whose time has come is run by the one that writes its row first. The row survives restarts, so that
/// a daily task is neither forgotten by a server that restarts every night nor run at each start.
/// </summary>
internal sealed class ClaimSchedule(NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>How often each worker looks whether a task is due.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    // Tasks that come back faster clean up after crashes or claim rows: they are good in every worker and are not written down.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <returns>True when this worker is to run the task now.</returns>
    public async Task<bool> RunAsync(string task, TimeSpan every, CancellationToken ct)
    {
        if (every < Shortest)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        await using var claim = source.CreateCommand(
            """
            insert into kernel.schedules (task, started_at) values (@task, @now)
            on conflict (task) do update set started_at = excluded.started_at where schedules.started_at <= @due
            """);
        claim.Parameters.AddWithValue("task", task);
        claim.Parameters.AddWithValue("now", now);
        claim.Parameters.AddWithValue("due", now - every + TimeSpan.FromSeconds(1)); // the clock of a trigger is not that exact
        return await claim.ExecuteNonQueryAsync(ct) == 1;
    }
}
