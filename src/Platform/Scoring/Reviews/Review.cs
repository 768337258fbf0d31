using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Scoring.Reviews;

/// <summary>What a person answers for a call.</summary>
internal sealed class Review : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required int VersionNo { get; init; }

    public required Guid CallId { get; init; }

    public required Guid ReviewerId { get; init; }

    public required string Answers { get; init; }

    public float? Score { get; init; }

    public required bool Failed { get; init; }

    public required string Reason { get; init; }

    public required bool IsOverride { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What the agent says of a score: seen and accepted, or wrong and why.</summary>
internal sealed class Appeal : ITenantOwned
{
    public const string Acknowledged = "acknowledged";
    public const string Open = "open";
    public const string Upheld = "upheld";
    public const string Rejected = "rejected";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required int VersionNo { get; init; }

    public required Guid CallId { get; init; }

    public required Guid UserId { get; init; }

    public required string State { get; set; }

    public required string Reason { get; init; }

    public string? Answer { get; set; }

    public Guid? AnsweredBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

internal sealed class ReviewTable : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews", "scoring");
        review.HasKey(row => new { row.OrganizationId, row.Id });
    }
}

internal sealed class AppealTable : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.ToTable("appeals", "scoring");
        appeal.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
