using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Scoring.Calls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Scorecards;

/// <summary>A past call before and after.</summary>
/// <param name="CallId">Which.</param>
/// <param name="StartedAt">When.</param>
/// <param name="AgentId">Who.</param>
/// <param name="Before">Score by the published version; null when nothing applied or nothing is published.</param>
/// <param name="After">Score by the tried one.</param>
/// <param name="FailedBefore">Failed by a critical criterion before.</param>
/// <param name="FailedAfter">Fails by a critical criterion now.</param>
/// <param name="Reasons">Titles of the criteria whose answers differ, with the answer now: y, n, - or o.</param>
public sealed record MovedCall(
    Guid CallId, DateTimeOffset StartedAt, Guid? AgentId, double? Before, double? After, bool FailedBefore, bool FailedAfter, IReadOnlyList<(string Title, char Now)> Reasons);

/// <summary>What a scorecard would do to past calls.</summary>
public sealed record DryRun(int Calls, int Better, int Worse, int NewlyFailed, double? AverageBefore, double? AverageAfter, IReadOnlyList<MovedCall> Moved);

/// <summary>Tries a scorecard on past calls without keeping anything: who would move, and why.</summary>
public sealed class TryScorecard(PlatformDb db, WordBooks books)
{
    /// <summary>Most calls that one try reads.</summary>
    public const int MostCalls = 5_000;

    private const int MostShown = 50;

    /// <param name="definition">The scorecard as JSON.</param>
    /// <param name="published">The version that scores now; null when none does.</param>
    /// <param name="scope">Whose calls.</param>
    /// <param name="calls">How many of the newest.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<DryRun>> RunAsync(string definition, VersionLine? published, CallScope scope, int calls, CancellationToken ct)
    {
        var reading = ScorecardFormat.Read(definition);
        if (reading.Scorecard is not { } scorecard)
        {
            return ScoringFailures.Broken(reading.Errors[0].Place, reading.Errors[0].Reason);
        }

        var rows = await ReadAsync(scope, Math.Clamp(calls, 1, MostCalls), ct);
        var book = await books.ReadAsync(db, ct);
        var after = new ScoreStoredCalls(scorecard, book);
        var old = published?.Scorecard;
        var before = old is null ? null : new ScoreStoredCalls(old, book);
        var moved = rows.Select(row => Compare(row, scorecard, after, old, before)).ToArray();
        return Sum(moved);
    }

    private static DryRun Sum(MovedCall[] moved) => new(
        moved.Length,
        moved.Count(call => call.After > call.Before),
        moved.Count(call => call.After < call.Before),
        moved.Count(call => call is { FailedAfter: true, FailedBefore: false }),
        Average(moved.Select(call => call.Before)),
        Average(moved.Select(call => call.After)),
        [.. moved.Where(call => call.Before != call.After || call.Reasons.Count > 0).OrderByDescending(Distance).Take(MostShown)]);

    // Without a version before, the calls that do worst come first.
    private static double Distance(MovedCall call) => call.Before is { } before ? Math.Abs((call.After ?? 0) - before) : 100 - (call.After ?? 100);

    private static double? Average(IEnumerable<double?> scores) => scores.OfType<double>().ToArray() is { Length: > 0 } known ? Math.Round(known.Average(), 1) : null;

    private static MovedCall Compare(CallRow row, Scorecard scorecard, ScoreStoredCalls after, Scorecard? old, ScoreStoredCalls? before)
    {
        var now = after.Run(row.Words, row.Facts);
        var then = before?.Run(row.Words, row.Facts);
        return new MovedCall(row.CallId, row.StartedAt, row.AgentId, then?.Score, now.Score, then?.Failed == true, now.Failed, Reasons(scorecard, now.Answers, old, then?.Answers));
    }

    // What is answered otherwise than before; where there is no before, what is not met.
    private static List<(string Title, char Now)> Reasons(Scorecard scorecard, string now, Scorecard? old, string? then)
    {
        var answers = old is null || then is null ? null : Criteria(old).Zip(then).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
        return
        [
            .. Criteria(scorecard).Zip(now).Where(pair => answers is null ? pair.Second == 'n' : !answers.TryGetValue(pair.First.Id, out var before) || before != pair.Second)
                .Select(pair => (pair.First.Title, pair.Second)),
        ];
    }

    private static IEnumerable<ScorecardCriterion> Criteria(Scorecard scorecard) => scorecard.Sections.SelectMany(section => section.Criteria);

    private Task<List<CallRow>> ReadAsync(CallScope scope, int calls, CancellationToken ct)
    {
        var (agents, departments) = (scope.Agents?.ToArray(), scope.Departments?.ToArray());
        return db.Database.SqlQuery<CallRow>(
            $"""
            select call_id as "CallId", started_at as "StartedAt", agent_id as "AgentId", words as "Words", facts as "Facts" from scoring.calls
            where organization_id = kernel.current_tenant() and ({agents}::uuid[] is null or agent_id = any({agents}::uuid[]))
              and ({departments}::uuid[] is null or department_id = any({departments}::uuid[]))
            order by started_at desc limit {calls}
            """).ToListAsync(ct);
    }

    private sealed record CallRow(Guid CallId, DateTimeOffset StartedAt, Guid? AgentId, byte[] Words, byte[] Facts);
}
