using Earshot.Analysis.Scorecards;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Scorecards;

/// <summary>Makes scorecards and edits them. An edit of a published version makes a new draft; what does not work is refused with its place.</summary>
public sealed class SaveScorecard(PlatformDb db, Actor actor, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes a scorecard of a pack or of a definition; its first version is a draft.</summary>
    /// <param name="definition">The scorecard as JSON.</param>
    /// <param name="language">Of the calls that it scores; null: any.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Result<Guid>> CreateAsync(string definition, string? language, CancellationToken ct)
    {
        var reading = ScorecardFormat.Read(definition);
        if (reading.Scorecard is not { } scorecard)
        {
            return ScoringFailures.Broken(reading.Errors[0].Place, reading.Errors[0].Reason);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new StoredScorecard { OrganizationId = db.Organization, Id = id, Name = scorecard.Name, Language = language, CreatedBy = actor.UserId, CreatedAt = now });
        await AddVersionAsync(id, 1, definition, now, ct);
        await audit.RecordAsync("scorecard.created", "scorecard", id, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        return id;
    }

    /// <summary>Saves an edit: into the draft where there is one, else as a new draft.</summary>
    /// <returns>The number of the draft.</returns>
    public async Task<Result<int>> EditAsync(Guid id, string definition, CancellationToken ct)
    {
        var reading = ScorecardFormat.Read(definition);
        if (reading.Scorecard is not { } scorecard)
        {
            return ScoringFailures.Broken(reading.Errors[0].Place, reading.Errors[0].Reason);
        }

        if (await db.Set<StoredScorecard>().SingleOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null, ct) is not { } stored)
        {
            return ScoringFailures.NotFound;
        }

        stored.Name = scorecard.Name;
        var newest = await db.Set<ScorecardVersion>().Where(row => row.ScorecardId == id).OrderByDescending(row => row.Version).FirstAsync(ct);
        var draft = newest.State == ScorecardVersion.Draft ? newest : await AddVersionAsync(id, newest.Version + 1, definition, clock.GetUtcNow(), ct);
        draft.Definition = definition;
        await audit.RecordAsync("scorecard.edited", "scorecard", id, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        return draft.No;
    }

    private async Task<ScorecardVersion> AddVersionAsync(Guid id, int version, string definition, DateTimeOffset now, CancellationToken ct)
    {
        var last = await db.Set<ScorecardVersion>().MaxAsync(row => (int?)row.No, ct) ?? 0;
        return db.Add(new ScorecardVersion
        {
            OrganizationId = db.Organization,
            No = last + 1,
            ScorecardId = id,
            Version = version,
            State = ScorecardVersion.Draft,
            Definition = definition,
            CreatedBy = actor.UserId,
            CreatedAt = now,
        }).Entity;
    }
}
