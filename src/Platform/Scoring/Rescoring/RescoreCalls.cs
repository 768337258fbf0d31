using System.Collections.Concurrent;
using Earshot.Analysis.Scorecards;
using Earshot.Analysis.Stored;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Calls;
using Earshot.Platform.Scoring.Reviews;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Scoring.Rescoring;

/// <summary>Scores all history by a version, on all cores, and compares the result with that of the version before. Both are kept.</summary>
internal sealed class RescoreCalls(PlatformDb db, NpgsqlDataSource source, WordBooks books, OrganizationDays days, JobQueue jobs, TimeProvider clock) : IJobHandler
{
    public const string Kind = "scoring.rescore";

    private const int RangesPerWorker = 24;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.Set<RescoringRun>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is not { } run)
        {
            return new JobOutcome.Done();
        }

        var version = await db.Set<ScorecardVersion>().SingleAsync(row => row.No == run.VersionNo, ct);
        var scorecard = ScorecardFormat.Read(version.Definition).Scorecard ?? throw new InvalidOperationException("A published scorecard works no more.");
        var language = await db.Set<StoredScorecard>().Where(card => card.Id == version.ScorecardId).Select(card => card.Language).SingleAsync(ct);
        var total = await CountAsync(language, ct);
        await StartAsync(run.Id, total, ct);
        var sums = await ScoreAllAsync(run, scorecard, language, ct);
        await KeepAsync(run.VersionNo, sums, ct);
        (run.State, run.Total, run.Done, run.FinishedAt) = ("done", total, total, clock.GetUtcNow());
        await CompareAsync(run, ct);
        jobs.Enqueue(db, ShowScores.Kind, run.Id, priority: JobPriority.Archive);
        return new JobOutcome.Done();
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await db.Set<RescoringRun>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is { } run)
        {
            run.State = "failed";
        }
    }

    private Task<int> CountAsync(string? language, CancellationToken ct) => db.Database.SqlQuery<int>(
        $"""select count(*)::int as "Value" from scoring.calls where organization_id = kernel.current_tenant() and ({language}::text is null or language = {language})""").SingleAsync(ct);

    // Outside the transaction of the job: progress is seen while it runs.
    private Task<int> StartAsync(Guid run, int total, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"update scoring.runs set state = 'running', total = {total}, done = 0, started_at = {clock.GetUtcNow()} where organization_id = kernel.current_tenant() and id = {run}", ct);

    private async Task<DaySums> ScoreAllAsync(RescoringRun run, Scorecard scorecard, string? language, CancellationToken ct)
    {
        var ranges = new ConcurrentQueue<(Guid From, Guid? To)>(await RangesAsync(ct));
        var book = await books.ReadAsync(db, ct);
        var unsure = await FindUnsureCriteria.OfVersionAsync(db, run.VersionNo, ct);
        using var reporting = new SemaphoreSlim(1);
        var zone = await days.ZoneAsync(ct);
        DaySums NoSums() => new(scorecard.Sections.Sum(section => section.Criteria.Count), scorecard.PassFrom, zone);
        var all = NoSums();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => WorkAsync(run, scorecard, language, book, unsure, ranges, NoSums(), reporting, ct), ct)).ToArray();
        foreach (var sums in await Task.WhenAll(workers))
        {
            all.Add(sums);
        }

        return all;
    }

    private async Task<DaySums> WorkAsync(
        RescoringRun run, Scorecard scorecard, string? language, WordBook book, IReadOnlySet<string> unsure, ConcurrentQueue<(Guid From, Guid? To)> ranges, DaySums sums, SemaphoreSlim reporting, CancellationToken ct)
    {
        var worker = new ScoreRange(source, run.OrganizationId, run.VersionNo, scorecard, book, unsure, sums, done => ReportAsync(run.Id, done, reporting, ct));
        while (ranges.TryDequeue(out var range))
        {
            await worker.RunAsync(range.From, range.To, language, ct);
        }

        return sums;
    }

    private async Task ReportAsync(Guid run, int done, SemaphoreSlim reporting, CancellationToken ct)
    {
        await reporting.WaitAsync(ct);
        try
        {
            await db.Database.ExecuteSqlAsync($"update scoring.runs set done = done + {done} where organization_id = kernel.current_tenant() and id = {run}", ct);
        }
        finally
        {
            reporting.Release();
        }
    }

    private async Task<IReadOnlyList<(Guid From, Guid? To)>> RangesAsync(CancellationToken ct)
    {
        var ends = await db.Database.SqlQuery<Guid>(
            $"""
            (select call_id as "Value" from scoring.calls where organization_id = kernel.current_tenant() order by call_id limit 1)
            union all
            (select call_id from scoring.calls where organization_id = kernel.current_tenant() order by call_id desc limit 1)
            """).ToListAsync(ct);
        return ends is [var first, var last] ? KeyRanges.Cut(first, last, Environment.ProcessorCount * RangesPerWorker) : [];
    }

    private async Task KeepAsync(int version, DaySums sums, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"delete from scoring.score_days where organization_id = kernel.current_tenant() and version_no = {version}", ct);
        foreach (var chunk in sums.Days.Chunk(500))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var (key, sum) in chunk)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into scoring.score_days values (kernel.current_tenant(), {version}, {key.Day}, {key.Agent}, {key.Department}, {sum.Scored}, {sum.Passed}, {sum.Failed},
                      {sum.Total}, {sum.Squares}, {sum.Met}, {sum.Unmet})
                    """, ct);
            }

            await transaction.CommitAsync(ct);
        }
    }

    private async Task CompareAsync(RescoringRun run, CancellationToken ct)
    {
        if (run.AgainstNo is not { } before)
        {
            return;
        }

        // The database does not know yet how many rows the new version has: row by row it would take minutes.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select set_config('enable_nestloop', 'off', true)", ct);
        var found = await db.Database.SqlQuery<Comparison>(
            $"""
            select count(*) filter (where n.score > o.score)::int as "Better", count(*) filter (where n.score < o.score)::int as "Worse",
              count(*) filter (where n.score is not distinct from o.score)::int as "Same", count(*) filter (where n.failed and not o.failed)::int as "NewlyFailed",
              avg(o.score)::float8 as "Before", avg(n.score)::float8 as "After"
            from scoring.scores n join scoring.scores o on o.organization_id = n.organization_id and o.version_no = {before} and o.call_id = n.call_id
            where n.organization_id = kernel.current_tenant() and n.version_no = {run.VersionNo}
            """).SingleAsync(ct);
        await transaction.CommitAsync(ct);
        (run.Better, run.Worse, run.Same, run.NewlyFailed) = (found.Better, found.Worse, found.Same, found.NewlyFailed);
        (run.AverageBefore, run.AverageAfter) = (found.Before, found.After);
    }

    private sealed record Comparison(int Better, int Worse, int Same, int NewlyFailed, double? Before, double? After);
}
