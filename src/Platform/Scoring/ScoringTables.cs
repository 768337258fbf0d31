using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Scoring;

/// <summary>A scorecard of the organization; what it says is in its versions.</summary>
internal sealed class StoredScorecard : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public string? Language { get; set; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; set; }
}

/// <summary>One version of a scorecard.</summary>
internal sealed class ScorecardVersion : ITenantOwned
{
    public const string Draft = "draft";
    public const string Published = "published";
    public const string Retired = "retired";

    public required Guid OrganizationId { get; init; }

    public required int No { get; init; }

    public required Guid ScorecardId { get; init; }

    public required int Version { get; init; }

    public required string State { get; set; }

    public required string Definition { get; set; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? PublishedBy { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>One re-scoring of history.</summary>
internal sealed class RescoringRun : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required int VersionNo { get; init; }

    public int? AgainstNo { get; init; }

    public required string State { get; set; }

    public int Total { get; set; }

    public int Done { get; set; }

    public int? Better { get; set; }

    public int? Worse { get; set; }

    public int? Same { get; set; }

    public int? NewlyFailed { get; set; }

    public double? AverageBefore { get; set; }

    public double? AverageAfter { get; set; }

    public Guid? RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class StoredScorecardTable : IEntityTypeConfiguration<StoredScorecard>
{
    public void Configure(EntityTypeBuilder<StoredScorecard> scorecard)
    {
        scorecard.ToTable("scorecards", "scoring");
        scorecard.HasKey(row => new { row.OrganizationId, row.Id });
    }
}

internal sealed class ScorecardVersionTable : IEntityTypeConfiguration<ScorecardVersion>
{
    public void Configure(EntityTypeBuilder<ScorecardVersion> version)
    {
        version.ToTable("versions", "scoring");
        version.HasKey(row => new { row.OrganizationId, row.No });
        version.Property(row => row.No).ValueGeneratedNever();
    }
}

internal sealed class RescoringRunTable : IEntityTypeConfiguration<RescoringRun>
{
    public void Configure(EntityTypeBuilder<RescoringRun> run)
    {
        run.ToTable("runs", "scoring");
        run.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
