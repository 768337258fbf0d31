using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>What a seeded installation needs to know about the organization.</summary>
internal sealed record SeedTarget(Guid Organization, IReadOnlyList<(Guid Id, Guid? Department)> Agents, byte[] SealKey);

/// <summary>Writes invented calls by COPY, a batch in a transaction, as the owner of the database.</summary>
internal sealed class WriteSeed(NpgsqlConnection connection, SeedTarget target, IReadOnlyList<SeededCall> pool, DateTimeOffset now, int seed)
{
    private const int BatchSize = 20_000;
    private static readonly string[] RareThings = ["carburettor", "accordion", "телескоп", "самовар", "zeppelin", "кларнет", "observatory", "дирижабль"];
    private readonly Random random = new(seed);

    /// <param name="count">How many calls.</param>
    /// <param name="texts">How many of them, the newest, have a transcript and an analysis to read.</param>
    /// <param name="days">Over how many days until now.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ct">Stops between rows.</param>
    public async Task RunAsync(int count, int texts, int days, IProgress<int> progress, CancellationToken ct)
    {
        await ExecuteAsync("create temp table seed_pool (no int primary key, words tsvector not null)", ct);
        await ExecuteAsync("create temp table seed_words (call_id uuid, started_at timestamptz, pool int, extra text)", ct);
        await CopyPoolAsync(ct);
        var scoring = await SeedScoring.StartAsync(connection, target.Organization, pool, ct);
        for (var done = 0; done < count;)
        {
            var batch = Batch(Math.Min(BatchSize, count - done), done, count, days);
            await WriteAsync(batch, Math.Max(0, texts - (count - done - batch.Length)), ct);
            await scoring.CopyAsync(batch.Select(row => (row.Id, row.StartedAt, row.Agent, row.Department, row.Pool)), ct);
            done += batch.Length;
            progress.Report(done);
        }

        await scoring.FinishAsync(now.AddDays(-days), now, ct);
        await ExecuteAsync("analyze calls.calls, calls.search, scoring.calls", ct);
    }

    // The oldest first, as an installation would have received them
    private SeedRow[] Batch(int size, int done, int count, int days) =>
    [
        .. Enumerable.Range(done, size).Select(i =>
        {
            var at = now - TimeSpan.FromDays(days * (1.0 - ((i + random.NextDouble()) / count)));
            var item = random.Next(pool.Count);
            var agent = target.Agents.Count == 0 ? default : target.Agents[pool[item].Agent % target.Agents.Count];
            return new SeedRow(Guid.CreateVersion7(at), at, item, agent.Id == Guid.Empty ? null : agent.Id, agent.Department);
        }),
    ];

    private async Task WriteAsync(SeedRow[] batch, int texts, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync("alter table calls.calls disable trigger user", ct); // nobody waits for the news of a seed
        await CopyCallsAsync(batch, ct);
        await CopyWordsAsync(batch, ct);
        var readable = batch[Math.Max(0, batch.Length - texts)..];
        await CopyTranscriptsAsync(readable, ct);
        await CopyAnalysesAsync(readable, ct);
        await ExecuteAsync("alter table calls.calls enable trigger user", ct);
        await transaction.CommitAsync(ct);
    }

    private async Task CopyPoolAsync(CancellationToken ct)
    {
        await ExecuteAsync("create temp table seed_texts (no int, language text, agent text, customer text)", ct);
        await using (var copy = await connection.BeginBinaryImportAsync("copy seed_texts from stdin (format binary)", ct))
        {
            for (var i = 0; i < pool.Count; i++)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(i, ct);
                await copy.WriteAsync(pool[i].Masked.Language, ct);
                await copy.WriteAsync(pool[i].AgentWords, ct);
                await copy.WriteAsync(pool[i].CustomerWords, ct);
            }

            await copy.CompleteAsync(ct);
        }

        await ExecuteAsync("insert into seed_pool select no, calls.search_words(language, agent, customer, '') from seed_texts", ct);
    }

    private async Task CopyCallsAsync(SeedRow[] batch, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy calls.calls (organization_id, id, source, direction, started_at, duration_ms, language, agent_id, department_id, recording_ground, state,
              stop_reason, stop_detail, turns, words, score, failed_critical, sentiment, sentiment_score, satisfied, resolved, flags, topics, masked_count,
              received_at, updated_at, done_at) from stdin (format binary)
            """,
            ct);
        foreach (var row in batch)
        {
            await WriteCallAsync(copy, row, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private async Task WriteCallAsync(NpgsqlBinaryImporter copy, SeedRow row, CancellationToken ct)
    {
        var call = pool[row.Pool];
        var found = call.Analysis;
        var stopped = random.NextDouble() < 0.004;
        await copy.StartRowAsync(ct);
        await copy.WriteAsync(target.Organization, ct);
        await copy.WriteAsync(row.Id, ct);
        await copy.WriteAsync(random.Next(5) == 0 ? "ui" : "api", ct);
        await copy.WriteAsync(random.Next(3) == 0 ? "outbound" : "inbound", ct);
        await copy.WriteAsync(row.StartedAt, NpgsqlDbType.TimestampTz, ct);
        await copy.WriteAsync((long)(found.Metrics.Duration ?? TimeSpan.FromMinutes(3)).TotalMilliseconds, ct);
        await copy.WriteAsync(call.Masked.Language, ct);
        await WriteAsync(copy, row.Agent, ct);
        await WriteAsync(copy, row.Department, ct);
        await copy.WriteAsync("consent", ct);
        await copy.WriteAsync(stopped ? "stopped" : "done", ct);
        await WriteAsync(copy, stopped ? "no_speech" : null, ct);
        await WriteAsync(copy, stopped ? "No speech was found. If there is some, check the channels and the volume of the recording." : null, ct);
        await WriteFindingsAsync(copy, call, stopped, ct);
        foreach (var moment in new[] { row.StartedAt, row.StartedAt, row.StartedAt })
        {
            await copy.WriteAsync(moment, NpgsqlDbType.TimestampTz, ct);
        }
    }

    private async Task WriteFindingsAsync(NpgsqlBinaryImporter copy, SeededCall call, bool stopped, CancellationToken ct)
    {
        if (stopped)
        {
            for (var i = 0; i < 8; i++)
            {
                await copy.WriteNullAsync(ct);
            }

            await copy.WriteAsync(Array.Empty<string>(), ct);
            await copy.WriteAsync(Array.Empty<string>(), ct);
            await copy.WriteNullAsync(ct);
            return;
        }

        var found = call.Analysis;
        await copy.WriteAsync(found.Metrics.Turns, ct);
        await copy.WriteAsync(found.Metrics.Words, ct);
        await copy.WriteAsync(Score(call), ct);
        await copy.WriteAsync(found.Scorecards.Any(card => card.Failed), ct);
        await copy.WriteAsync((short)found.Sentiment.Overall, ct);
        await copy.WriteAsync(found.Sentiment.Score, ct);
        await copy.WriteAsync(found.Satisfied, ct);
        await copy.WriteAsync(found.Resolved, ct);
        await copy.WriteAsync(found.Flags.Select(flag => flag.Name).Distinct().ToArray(), ct);
        await copy.WriteAsync(found.Topics.Select(topic => topic.Name).Take(3).ToArray(), ct);
        await copy.WriteAsync(call.MaskedCount, ct);
    }

    // Where no scorecard applied, a score as a scorecard would give it
    private double Score(SeededCall call) =>
        call.Analysis.Scorecards is [{ Score: { } score }, ..] ? score : Math.Round(call.Analysis.Satisfied ? 68 + (random.NextDouble() * 32) : 22 + (random.NextDouble() * 50));

    // One word in a thousand calls that the pool does not have: rare words are what people search for
    private async Task CopyWordsAsync(SeedRow[] batch, CancellationToken ct)
    {
        await ExecuteAsync("truncate seed_words", ct);
        await using (var copy = await connection.BeginBinaryImportAsync("copy seed_words from stdin (format binary)", ct))
        {
            foreach (var row in batch)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(row.Id, ct);
                await copy.WriteAsync(row.StartedAt, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteAsync(row.Pool, ct);
                await copy.WriteAsync(Extra(), ct);
            }

            await copy.CompleteAsync(ct);
        }

        await using var insert = new NpgsqlCommand(
            """
            insert into calls.search (organization_id, call_id, started_at, words)
            select @organization, w.call_id, w.started_at, p.words || to_tsvector('russian', w.extra) from seed_words w join seed_pool p on p.no = w.pool
            """,
            connection);
        insert.Parameters.AddWithValue("organization", target.Organization);
        insert.CommandTimeout = 600;
        await insert.ExecuteNonQueryAsync(ct);
    }

    private string Extra()
    {
        var model = (int)(Math.Pow(random.NextDouble(), 3) * 5000);
        var rare = random.Next(1000) == 0 ? RareThings[random.Next(RareThings.Length)] : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"modelx{model} itemx{random.Next(40_000)} {rare}");
    }

    private async Task CopyTranscriptsAsync(SeedRow[] rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy calls.transcripts (organization_id, call_id, masked, masker_version, engine, created_at) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(target.Organization, ct);
            await copy.WriteAsync(row.Id, ct);
            await copy.WriteAsync(Masking.MaskedConversationFormat.Write(pool[row.Pool].Masked, target.SealKey), ct);
            await copy.WriteAsync(pool[row.Pool].Masked.MaskerVersion, ct);
            await copy.WriteAsync("json", ct);
            await copy.WriteAsync(row.StartedAt, NpgsqlDbType.TimestampTz, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private async Task CopyAnalysesAsync(SeedRow[] rows, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            var found = pool[row.Pool].Analysis;
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(target.Organization, ct);
            await copy.WriteAsync(row.Id, ct);
            await copy.WriteAsync(Guid.CreateVersion7(row.StartedAt), ct);
            await copy.WriteAsync(Platform.Calls.Browse.AnalysisFormat.Write(found), NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync(found.AnalystVersion, ct);
            await copy.WriteAsync(found.MaskerVersion, ct);
            await copy.WriteAsync(true, ct);
            await copy.WriteAsync(row.StartedAt, NpgsqlDbType.TimestampTz, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, CancellationToken ct)
        where T : struct => value is { } known ? copy.WriteAsync(known, ct) : copy.WriteNullAsync(ct);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken ct) =>
        value is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(value, ct);

    private async Task ExecuteAsync(string fixedText, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(fixedText, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record SeedRow(Guid Id, DateTimeOffset StartedAt, int Pool, Guid? Agent, Guid? Department);
}
