using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Npgsql;
using NpgsqlTypes;

namespace Earshot.Platform.Scoring.Rescoring;

/// <summary>Scores the stored calls of one range of ids: reads in the order of the key, writes in batches on a second connection.</summary>
internal sealed class ScoreRange(NpgsqlDataSource source, Guid organization, int versionNo, Scorecard scorecard, WordBook book, IReadOnlySet<string> unsure, DaySums sums, Func<int, Task> report)
{
    private const int BatchSize = 4_000;

    private readonly ScoreStoredCalls scorer = new(scorecard, book, unsure);
    private readonly List<Guid> ids = new(BatchSize);
    private readonly List<StoredScore> scores = new(BatchSize);

    public async Task RunAsync(Guid from, Guid? to, string? language, CancellationToken ct)
    {
        await using var reading = await OpenAsync(ct);
        await using var writing = await OpenAsync(ct);
        await using var command = new NpgsqlCommand(
            """
            select call_id, started_at, agent_id, department_id, words, facts from scoring.calls
            where organization_id = kernel.current_tenant() and call_id >= @from and (@to::uuid is null or call_id < @to) and (@language::text is null or language = @language)
            order by call_id
            """,
            reading) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("from", from);
        command.Parameters.Add(new NpgsqlParameter("to", NpgsqlDbType.Uuid) { Value = (object?)to ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("language", NpgsqlDbType.Text) { Value = (object?)language ?? DBNull.Value });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            Score(rows);
            if (ids.Count == BatchSize)
            {
                await WriteAsync(writing, ct);
            }
        }

        await WriteAsync(writing, ct);
    }

    private void Score(NpgsqlDataReader rows)
    {
        var score = scorer.Run(rows.GetFieldValue<byte[]>(4), rows.GetFieldValue<byte[]>(5));
        ids.Add(rows.GetGuid(0));
        scores.Add(score);
        sums.Add(rows.GetFieldValue<DateTimeOffset>(1), rows.IsDBNull(2) ? null : rows.GetGuid(2), rows.IsDBNull(3) ? null : rows.GetGuid(3), score);
    }

    private async Task WriteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            """
            insert into scoring.scores (organization_id, version_no, call_id, score, failed, answers, places)
            select kernel.current_tenant(), @version, * from unnest(@ids, @scores, @failed, @answers, @places)
            on conflict (organization_id, version_no, call_id) do update set score = excluded.score, failed = excluded.failed, answers = excluded.answers, places = excluded.places
            """,
            connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("version", versionNo);
        command.Parameters.AddWithValue("ids", ids.ToArray());
        command.Parameters.AddWithValue("scores", scores.Select(score => (float?)score.Score).ToArray());
        command.Parameters.AddWithValue("failed", scores.Select(score => score.Failed).ToArray());
        command.Parameters.AddWithValue("answers", scores.Select(score => score.Answers).ToArray());
        command.Parameters.AddWithValue("places", scores.Select(score => score.Places).ToArray());
        await command.ExecuteNonQueryAsync(ct);
        await report(ids.Count);
        ids.Clear();
        scores.Clear();
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        // A crash repeats the run: nothing is lost by not waiting for the disk.
        await using var command = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false), set_config('synchronous_commit', 'off', false)", connection);
        command.Parameters.AddWithValue("tenant", organization.ToString());
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }
}
