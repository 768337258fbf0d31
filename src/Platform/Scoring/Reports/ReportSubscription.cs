using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>A person's wish for the figures of a dashboard by letter.</summary>
internal sealed class ReportSubscription : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>One of <see cref="ReportRhythm"/>.</summary>
    public required string Rhythm { get; init; }

    public Guid? AgentId { get; init; }

    public Guid? DepartmentId { get; init; }

    public Guid? ScorecardId { get; init; }

    /// <summary>Address that links begin with.</summary>
    public required string Site { get; init; }

    /// <summary>The last day that a letter told of.</summary>
    public required DateOnly ToldTo { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ReportSubscriptionTable : IEntityTypeConfiguration<ReportSubscription>
{
    public void Configure(EntityTypeBuilder<ReportSubscription> subscription)
    {
        subscription.ToTable("report_subscriptions", "scoring");
        subscription.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
