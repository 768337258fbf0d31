using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>One line of the list.</summary>
public sealed record CallLine(
    Guid Id,
    DateTimeOffset StartedAt,
    long? DurationMs,
    string Direction,
    string State,
    string? StopReason,
    string? StopDetail,
    Guid? AgentId,
    Guid? DepartmentId,
    double? Score,
    bool? FailedCritical,
    short? Sentiment,
    double? SentimentScore,
    string[] Flags,
    string[] Topics,
    string? Language)
{
    public TimeSpan? Duration => DurationMs is { } known ? TimeSpan.FromMilliseconds(known) : null;
}

/// <summary>A page of the list, newest first.</summary>
/// <param name="Lines">The calls.</param>
/// <param name="Newer">Cursor of the page before; null on the first page.</param>
/// <param name="Older">Cursor of the page after; null on the last page.</param>
public sealed record CallList(IReadOnlyList<CallLine> Lines, CallCursor? Newer, CallCursor? Older);

/// <summary>Lists calls by filter and words, a page at a time, as quick on the last page as on the first.</summary>
public sealed class BrowseCalls(PlatformDb db)
{
    public const int PageSize = 50;

    /// <param name="filter">Which calls.</param>
    /// <param name="scope">Which calls this person may see at all.</param>
    /// <param name="cursor">Where the page begins; null: at the newest call.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<CallList> RunAsync(CallFilter filter, CallScope scope, CallCursor? cursor, CancellationToken ct)
    {
        if (scope.Agents is [] || scope.Departments is [])
        {
            return new CallList([], null, null);
        }

        var lines = await FindAsync(filter, scope, cursor, ct);
        var hasMore = lines.Count > PageSize;
        var newer = cursor is { Newer: true };
        var page = lines.Take(PageSize).OrderByDescending(line => line.StartedAt).ThenByDescending(line => line.Id).ToArray();
        if (page.Length == 0)
        {
            return new CallList([], null, null);
        }

        return new CallList(
            page,
            cursor is null || (newer && !hasMore) ? null : new CallCursor(page[0].StartedAt, page[0].Id, Newer: true),
            !newer && !hasMore ? null : new CallCursor(page[^1].StartedAt, page[^1].Id, Newer: false));
    }

    // An id of nobody finds nothing: the wish and the right have nothing in common
    internal static Guid[]? Limit(IReadOnlyList<Guid>? allowed, Guid? wanted) => (allowed, wanted) switch
    {
        (null, null) => null,
        (null, { } id) => [id],
        ({ } all, null) => [.. all],
        var (some, id) => [some.Contains(id.Value) ? id.Value : Guid.Empty],
    };

    private Task<List<CallLine>> FindAsync(CallFilter filter, CallScope scope, CallCursor? cursor, CancellationToken ct)
    {
        var words = string.IsNullOrWhiteSpace(filter.Words) ? null : filter.Words.Trim();
        var states = filter.State is { } state ? new[] { state } : null;
        var agents = Limit(scope.Agents, filter.AgentId);
        var departments = Limit(scope.Departments, filter.DepartmentId);
        var (from, to) = (filter.From?.ToUniversalTime(), filter.To?.ToUniversalTime());
        var (cursorAt, cursorId, newer) = (cursor?.StartedAt, cursor?.Id, cursor?.Newer ?? false);
        return db.Database.SqlQuery<CallLine>(
            $"""
            select c.id as "Id", c.started_at as "StartedAt", c.duration_ms as "DurationMs", c.direction as "Direction", c.state as "State",
              c.stop_reason as "StopReason", c.stop_detail as "StopDetail", c.agent_id as "AgentId", c.department_id as "DepartmentId",
              c.score as "Score", c.failed_critical as "FailedCritical", c.sentiment as "Sentiment", c.sentiment_score as "SentimentScore",
              c.flags as "Flags", c.topics as "Topics", c.language as "Language"
            from calls.find_calls({words}, {states}, {agents}, {departments}, {filter.Direction}, {filter.ScoreFrom}, {filter.ScoreTo},
              {filter.Sentiment}, {filter.Flag}, {filter.Topic}, {from}, {to}, {cursorAt}, {cursorId}, {newer}, {PageSize + 1}) found
            join calls.calls c on c.organization_id = kernel.current_tenant() and c.id = found.id
            order by found.started_at desc, found.id desc
            """).ToListAsync(ct);
    }
}
