using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Rescoring;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Scorecards;

/// <summary>Makes the draft the version that scores from now on, and scores history by it. The version before is kept with its results.</summary>
public sealed class PublishScorecard(PlatformDb db, Actor actor, AuditLog audit, JobQueue jobs, TimeProvider clock)
{
    public async Task<Result<Guid>> RunAsync(Guid id, CancellationToken ct)
    {
        var versions = await db.Set<ScorecardVersion>().Where(row => row.ScorecardId == id).OrderByDescending(row => row.Version).Take(20).ToListAsync(ct);
        if (versions is not [var newest, ..])
        {
            return ScoringFailures.NotFound;
        }

        if (newest.State != ScorecardVersion.Draft)
        {
            return ScoringFailures.NotDraft;
        }

        var before = versions.FirstOrDefault(row => row.State == ScorecardVersion.Published);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (before is not null)
        {
            before.State = ScorecardVersion.Retired;
            await db.SaveChangesAsync(ct); // only one version of a scorecard is published at a time, also for a moment
        }

        var now = clock.GetUtcNow();
        (newest.State, newest.PublishedBy, newest.PublishedAt) = (ScorecardVersion.Published, actor.UserId, now);
        var run = StartRun(newest.No, before?.No, now);
        await audit.RecordAsync("scorecard.published", "scorecard", id, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return run;
    }

    private Guid StartRun(int version, int? against, DateTimeOffset now)
    {
        var run = Guid.CreateVersion7(now);
        db.Add(new RescoringRun
        {
            OrganizationId = db.Organization,
            Id = run,
            VersionNo = version,
            AgainstNo = against,
            State = "waiting",
            RequestedBy = actor.UserId,
            CreatedAt = now,
        });
        jobs.Enqueue(db, RescoreCalls.Kind, run, priority: JobPriority.Archive);
        return run;
    }
}
