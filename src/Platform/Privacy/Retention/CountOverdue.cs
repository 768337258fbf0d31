using System.Globalization;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>Rows of one set that should be gone.</summary>
public sealed record OverdueRows(string DataSet, long Rows);

/// <summary>Counts what is due and still there.</summary>
internal static class CountOverdue
{
    /// <param name="connection">Of the organization, or of the database's owner.</param>
    /// <param name="organization">Whose.</param>
    /// <param name="now">Rows that were due by then.</param>
    /// <param name="ct">Stops the work.</param>
    public static async Task<IReadOnlyList<OverdueRows>> RunAsync(NpgsqlConnection connection, Guid organization, DateTimeOffset now, CancellationToken ct)
    {
        var periods = await ReadPeriods.RunAsync(connection, organization, ct);
        var counts = new List<OverdueRows>();
        foreach (var set in DataSets.All.Where(set => periods.ContainsKey(set.Id)))
        {
            await using var count = new NpgsqlCommand(set.Overdue, connection);
            count.Parameters.AddWithValue("organization", organization);
            count.Parameters.AddWithValue("cutoff", Cutoff.Before(now, periods[set.Id]));
            counts.Add(new OverdueRows(set.Id, Convert.ToInt64(await count.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture)));
        }

        return counts;
    }
}
