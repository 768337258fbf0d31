using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.OwnTopics;

/// <summary>A topic of the organization's own.</summary>
internal sealed class OwnTopic : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? Rule { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public Guid? ChangedBy { get; init; }
}

/// <summary>Earlier calls whose topics are found again.</summary>
internal sealed class TopicRun : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; set; }

    public required DateTimeOffset FromAt { get; set; }

    public required DateTimeOffset AskedAt { get; set; }

    public Guid? AskedBy { get; set; }

    public int Total { get; set; }

    public int Done { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}

internal sealed class OwnTopicTable : IEntityTypeConfiguration<OwnTopic>
{
    public void Configure(EntityTypeBuilder<OwnTopic> topic)
    {
        topic.ToTable("topics", "calls");
        topic.HasKey(row => new { row.OrganizationId, row.Id });
    }
}

internal sealed class TopicRunTable : IEntityTypeConfiguration<TopicRun>
{
    public void Configure(EntityTypeBuilder<TopicRun> run)
    {
        run.ToTable("topic_runs", "calls");
        run.HasKey(row => row.OrganizationId);
    }
}
