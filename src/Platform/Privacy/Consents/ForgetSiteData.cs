using Earshot.Platform.Kernel.Schedules;
using Npgsql;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>What visitors left without being anybody: puzzles end after a day, figures of visits after a year. The rest is in the data sets of the retention.</summary>
internal sealed class ForgetSiteData(NpgsqlDataSource source, TimeProvider clock) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var puzzles = source.CreateCommand("delete from privacy.spent_puzzles where spent_at < @before");
        puzzles.Parameters.AddWithValue("before", now.AddDays(-1));
        await puzzles.ExecuteNonQueryAsync(ct);
        await using var visits = source.CreateCommand("select privacy.forget_visits(@before)");
        visits.Parameters.AddWithValue("before", DateOnly.FromDateTime(now.AddYears(-1).UtcDateTime));
        await visits.ExecuteNonQueryAsync(ct);
    }
}
