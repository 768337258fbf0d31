using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Rescoring;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>After history was scored again: lists, filters and dashboards of calls show the scores of the new version, batch by batch.</summary>
internal sealed class ShowScores(PlatformDb db) : IJobHandler
{
    public const string Kind = "scoring.show";

    private const int Batch = 2_000;

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.Set<RescoringRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is { } run)
        {
            for (Guid? after = Guid.Empty; after is not null;)
            {
                after = await db.Database.SqlQuery<Guid?>($"""select scoring.show_scores({run.VersionNo}, {after}, {Batch}) as "Value" """).SingleAsync(ct);
            }
        }

        return new JobOutcome.Done();
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask; // scores stand; only lists show the ones before

    /// <summary>Shows the score of one call with the save that made it.</summary>
    public static void OfCall(PlatformDb db, Guid call) => db.AlsoExecute(
        $"""
        update calls.calls c set score = s.score, failed_critical = s.failed
        from scoring.scores s
        where c.organization_id = {db.Organization} and c.id = {call}
          and s.organization_id = c.organization_id and s.call_id = c.id and s.version_no = scoring.shown_version(c.language)
        """);
}
