using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Calendar;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>A set of data with the period that holds for this organization and the rows that are due now.</summary>
public sealed record RetentionLine(DataSet Set, Period? Period, long Overdue);

/// <summary>The rules of this organization, as they stand.</summary>
public sealed class ListRetention(PlatformDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<RetentionLine>> RunAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var periods = await ReadPeriods.RunAsync(connection, db.Organization, ct);
            var overdue = (await CountOverdue.RunAsync(connection, db.Organization, clock.GetUtcNow(), ct)).ToDictionary(count => count.DataSet, count => count.Rows);
            return [.. DataSets.All.Select(set => new RetentionLine(set, periods.TryGetValue(set.Id, out var period) ? period : null, overdue.GetValueOrDefault(set.Id)))];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
