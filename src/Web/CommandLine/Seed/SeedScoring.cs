using Earshot.Analysis.Stored;
using Earshot.Platform.Scoring.Calls;
using Npgsql;
using NpgsqlTypes;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>Writes what scorecards and dashboards need of seeded calls: words by number, facts, and sums by day.</summary>
internal sealed class SeedScoring
{
    private readonly NpgsqlConnection connection;
    private readonly Guid organization;
    private readonly IReadOnlyList<SeededCall> pool;
    private readonly StoredCall[] stored;

    private SeedScoring(NpgsqlConnection connection, Guid organization, IReadOnlyList<SeededCall> pool, WordBook book)
    {
        (this.connection, this.organization, this.pool) = (connection, organization, pool);
        stored = [.. pool.Select(call => StoredCall.Of(call.Masked, call.Analysis, book))];
    }

    public static async Task<SeedScoring> StartAsync(NpgsqlConnection connection, Guid organization, IReadOnlyList<SeededCall> pool, CancellationToken ct)
    {
        var known = await ReadFormsAsync(connection, organization, ct);
        var book = new WordBook(known);
        var learnt = known.Concat(CommonWords.Of(pool.Select(call => StoredWords.NotInBook(StoredWords.Write(call.Masked, book), book)))).ToArray();
        await using var insert = new NpgsqlCommand(
            "insert into scoring.words (organization_id, no, form) select @organization, at, form from unnest(@forms) with ordinality as learnt(form, at) on conflict do nothing", connection);
        insert.Parameters.AddWithValue("organization", organization);
        insert.Parameters.AddWithValue("forms", learnt);
        await insert.ExecuteNonQueryAsync(ct);
        return new SeedScoring(connection, organization, pool, new WordBook(learnt));
    }

    public async Task CopyAsync(IEnumerable<(Guid Id, DateTimeOffset At, Guid? Agent, Guid? Department, int Pool)> calls, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy scoring.calls (organization_id, call_id, started_at, agent_id, department_id, language, words, facts, masker_version, analyst_version, engine) from stdin (format binary)", ct);
        foreach (var call in calls)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(organization, ct);
            await copy.WriteAsync(call.Id, ct);
            await copy.WriteAsync(call.At, NpgsqlDbType.TimestampTz, ct);
            await WriteAsync(copy, call.Agent, ct);
            await WriteAsync(copy, call.Department, ct);
            await copy.WriteAsync(pool[call.Pool].Masked.Language, ct);
            await copy.WriteAsync(stored[call.Pool].Words, ct);
            await copy.WriteAsync(stored[call.Pool].Facts, ct);
            await copy.WriteAsync(pool[call.Pool].Masked.MaskerVersion, ct);
            await copy.WriteAsync(pool[call.Pool].Analysis.AnalystVersion, ct);
            await copy.WriteAsync("json", ct);
        }

        await copy.CompleteAsync(ct);
    }

    public async Task FinishAsync(DateTimeOffset first, DateTimeOffset last, CancellationToken ct)
    {
        await using var sum = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false), scoring.sum_calls(@first, @last)", connection) { CommandTimeout = 600 };
        sum.Parameters.AddWithValue("tenant", organization.ToString());
        sum.Parameters.AddWithValue("first", DateOnly.FromDateTime(first.UtcDateTime).AddDays(-1));
        sum.Parameters.AddWithValue("last", DateOnly.FromDateTime(last.UtcDateTime).AddDays(1));
        await sum.ExecuteNonQueryAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, Guid? id, CancellationToken ct) => id is { } known ? copy.WriteAsync(known, ct) : copy.WriteNullAsync(ct);

    private static async Task<List<string>> ReadFormsAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select form from scoring.words where organization_id = @organization order by no", connection);
        command.Parameters.AddWithValue("organization", organization);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var forms = new List<string>();
        while (await rows.ReadAsync(ct))
        {
            forms.Add(rows.GetString(0));
        }

        return forms;
    }
}
