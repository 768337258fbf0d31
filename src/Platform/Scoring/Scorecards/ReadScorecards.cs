using Earshot.Analysis.Scorecards;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Scorecards;

/// <summary>A scorecard in the list.</summary>
public sealed record ScorecardLine(Guid Id, string Name, string? Language, int? PublishedVersion, int? PublishedNo, bool HasDraft, DateTimeOffset CreatedAt);

/// <summary>A version of a scorecard.</summary>
public sealed record VersionLine(int No, int Version, string State, string Definition, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt)
{
    public Scorecard Scorecard => ScorecardFormat.Read(Definition).Scorecard ?? throw new InvalidOperationException("A stored scorecard works no more.");
}

/// <summary>A re-scoring of history as the page shows it.</summary>
public sealed record RunLine(
    Guid Id, int VersionNo, int? AgainstNo, string State, int Total, int Done, int? Better, int? Worse, int? Same, int? NewlyFailed,
    double? AverageBefore, double? AverageAfter, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

/// <summary>A scorecard with its versions, newest first, and what was scored again.</summary>
public sealed record ScorecardDetails(Guid Id, string Name, string? Language, IReadOnlyList<VersionLine> Versions, IReadOnlyList<RunLine> Runs)
{
    public VersionLine Newest => Versions[0];

    public VersionLine? Published => Versions.FirstOrDefault(version => version.State == ScorecardVersion.Published);
}

/// <summary>Reads scorecards for their pages.</summary>
public sealed class ReadScorecards(PlatformDb db)
{
    public async Task<IReadOnlyList<ScorecardLine>> ListAsync(CancellationToken ct)
    {
        var cards = await db.Set<StoredScorecard>().Where(card => card.ArchivedAt == null).OrderBy(card => card.Name).ToListAsync(ct);
        var versions = await db.Set<ScorecardVersion>().Where(row => row.State != ScorecardVersion.Retired)
            .Select(row => new { row.ScorecardId, row.No, row.Version, row.State }).ToListAsync(ct);
        return
        [
            .. cards.Select(card =>
            {
                var published = versions.Find(row => row.ScorecardId == card.Id && row.State == ScorecardVersion.Published);
                return new ScorecardLine(card.Id, card.Name, card.Language, published?.Version, published?.No, versions.Exists(row => row.ScorecardId == card.Id && row.State == ScorecardVersion.Draft), card.CreatedAt);
            }),
        ];
    }

    /// <summary>Title of a criterion by its place; null when there is none.</summary>
    public async Task<string?> CriterionAsync(int versionNo, int place, CancellationToken ct)
    {
        var definition = await db.Set<ScorecardVersion>().Where(row => row.No == versionNo).Select(row => row.Definition).SingleOrDefaultAsync(ct);
        return definition is null ? null : ScorecardFormat.Read(definition).Scorecard?.Sections.SelectMany(section => section.Criteria).ElementAtOrDefault(place)?.Title;
    }

    public async Task<Result<ScorecardDetails>> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<StoredScorecard>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } card)
        {
            return ScoringFailures.NotFound;
        }

        var versions = await db.Set<ScorecardVersion>().Where(row => row.ScorecardId == id).OrderByDescending(row => row.Version)
            .Select(row => new VersionLine(row.No, row.Version, row.State, row.Definition, row.CreatedAt, row.PublishedAt)).ToListAsync(ct);
        var numbers = versions.Select(version => version.No).ToArray();
        var runs = await db.Set<RescoringRun>().Where(run => numbers.Contains(run.VersionNo)).OrderByDescending(run => run.CreatedAt).Take(10)
            .Select(run => new RunLine(
                run.Id, run.VersionNo, run.AgainstNo, run.State, run.Total, run.Done, run.Better, run.Worse, run.Same, run.NewlyFailed,
                run.AverageBefore, run.AverageAfter, run.CreatedAt, run.StartedAt, run.FinishedAt)).ToListAsync(ct);
        return new ScorecardDetails(card.Id, card.Name, card.Language, versions, runs);
    }
}
