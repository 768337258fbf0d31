using Earshot.Analysis.Stored;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Topics;

/// <summary>A topic of a period.</summary>
/// <param name="Topic">Its words.</param>
/// <param name="Now">Its calls in the second half of the sample's time.</param>
/// <param name="Before">Its calls in the first half.</param>
/// <param name="Examples">Some of its most typical calls.</param>
public sealed record TopicLine(FoundTopic Topic, int Now, int Before, IReadOnlyList<TopicCall> Examples)
{
    public double? Growth => Before == 0 ? null : Math.Round(100.0 * (Now - Before) / Before);
}

/// <summary>A call of a topic.</summary>
public sealed record TopicCall(Guid Id, DateTimeOffset StartedAt);

/// <summary>Finds topics among the newest calls of a period.</summary>
public sealed class FindTopics(PlatformDb db, WordBooks books)
{
    private const int MostCalls = 3_000;
    private const int MostExamples = 5;

    public async Task<(int Calls, IReadOnlyList<TopicLine> Topics)> RunAsync(DateTimeOffset from, DateTimeOffset to, CallScope scope, string? language, CancellationToken ct)
    {
        var (agents, departments) = (scope.Agents?.ToArray(), scope.Departments?.ToArray());
        var rows = await db.Database.SqlQuery<CallRow>(
            $"""
            select call_id as "CallId", started_at as "StartedAt", words as "Words" from scoring.calls
            where organization_id = kernel.current_tenant() and started_at >= {from} and started_at < {to} and ({language}::text is null or language = {language})
              and ({agents}::uuid[] is null or agent_id = any({agents}::uuid[])) and ({departments}::uuid[] is null or department_id = any({departments}::uuid[]))
            order by started_at desc limit {MostCalls}
            """).ToListAsync(ct);
        var found = DiscoverTopics.Run([.. rows.Select(row => row.Words)], await books.ReadAsync(db, ct));
        var middle = rows.Count == 0 ? from : rows[^1].StartedAt + ((rows[0].StartedAt - rows[^1].StartedAt) / 2);
        return (rows.Count, [.. found.Select(topic => new TopicLine(
            topic,
            topic.Calls.Count(call => rows[call].StartedAt >= middle),
            topic.Calls.Count(call => rows[call].StartedAt < middle),
            [.. topic.Calls.Take(MostExamples).Select(call => new TopicCall(rows[call].CallId, rows[call].StartedAt))]))]);
    }

    private sealed record CallRow(Guid CallId, DateTimeOffset StartedAt, byte[] Words);
}
