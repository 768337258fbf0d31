using Earshot.Platform.Privacy.Exit;
using Npgsql;

namespace Earshot.Platform.Privacy;

/// <summary>Empties tables of one organization in batches, as the owner of the database. Can be stopped anywhere and begun again.</summary>
internal static class EmptyTables
{
    private const int Batch = 5000;

    /// <param name="owner">The database, as its owner.</param>
    /// <param name="organization">Whose rows go.</param>
    /// <param name="tables">Schema and name; of our own list, never of a request.</param>
    /// <param name="note">Told the rows of each table that is empty now.</param>
    /// <param name="ct">Stops the work.</param>
    public static async Task RunAsync(NpgsqlDataSource owner, Guid organization, IReadOnlyList<string> tables, Func<string, long, Task> note, CancellationToken ct)
    {
        // Tables whose rows others point at come in a later pass.
        while (tables.Count > 0)
        {
            var waiting = new List<string>();
            foreach (var table in tables)
            {
                if (!await TryEmptyAsync(owner, organization, table, note, ct))
                {
                    waiting.Add(table);
                }
            }

            tables = waiting.Count < tables.Count ? waiting : throw new InvalidOperationException($"These tables point at each other: {string.Join(' ', waiting)}");
        }
    }

    /// <summary>All tables with an organization, but for those that are named.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(NpgsqlDataSource owner, IEnumerable<string> kept, CancellationToken ct)
    {
        await using var select = owner.CreateCommand(ExitTables.List);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0));
        }

        return [.. tables.Except(kept)];
    }

    private static async Task<bool> TryEmptyAsync(NpgsqlDataSource owner, Guid organization, string table, Func<string, long, Task> note, CancellationToken ct)
    {
        try
        {
            var rows = 0L;
            while (await BatchAsync(owner, organization, table, ct) is var gone and > 0)
            {
                rows += gone;
            }

            await note(table, rows);
            return true;
        }
        catch (PostgresException pointed) when (pointed.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return false;
        }
    }

    private static async Task<int> BatchAsync(NpgsqlDataSource owner, Guid organization, string table, CancellationToken ct)
    {
        await using var erase = owner.CreateCommand($"delete from {table} where ctid = any(array(select ctid from {table} where organization_id = @organization limit @batch))");
        erase.Parameters.AddWithValue("organization", organization);
        erase.Parameters.AddWithValue("batch", Batch);
        return await erase.ExecuteNonQueryAsync(ct);
    }
}
