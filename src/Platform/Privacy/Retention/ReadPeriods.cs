using Earshot.Platform.Privacy.Calendar;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>The periods that hold for one organization.</summary>
internal static class ReadPeriods
{
    /// <returns>A period for each data set that has one.</returns>
    public static async Task<IReadOnlyDictionary<string, Period>> RunAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        var (chosen, keepsRaw) = await ChosenAsync(connection, organization, ct);
        var periods = new Dictionary<string, Period>();
        foreach (var set in DataSets.All)
        {
            if (set.Effective(chosen.TryGetValue(set.Id, out var amount) ? amount : null) is { } period)
            {
                periods[set.Id] = period;
            }
        }

        if (!keepsRaw)
        {
            periods[DataSets.RawText] = Period.AtOnce; // the organization keeps masked text alone
        }

        return periods;
    }

    private static async Task<(Dictionary<string, int> Chosen, bool KeepsRaw)> ChosenAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand(
            """
            select data_set, amount, true from privacy.retention_settings where organization_id = @organization
            union all
            select 'calls.content', retention_months, keeps_raw_transcript from accounts.organizations where organization_id = @organization
            """,
            connection);
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var chosen = new Dictionary<string, int>();
        var keepsRaw = true;
        while (await reader.ReadAsync(ct))
        {
            chosen[reader.GetString(0)] = reader.GetInt32(1);
            keepsRaw &= reader.GetBoolean(2);
        }

        return (chosen, keepsRaw);
    }
}
