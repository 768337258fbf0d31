using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>One judgement of a call; the newest is current.</summary>
internal sealed class StoredAnalysis : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid CallId { get; init; }

    public required Guid Id { get; init; }

    public required string Result { get; init; }

    public required string AnalystVersion { get; init; }

    public required string MaskerVersion { get; init; }

    public required bool IsCurrent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class StoredAnalysisTable : IEntityTypeConfiguration<StoredAnalysis>
{
    public void Configure(EntityTypeBuilder<StoredAnalysis> analysis)
    {
        analysis.ToTable("analyses", "calls");
        analysis.HasKey(row => new { row.OrganizationId, row.CallId, row.Id });
        analysis.Property(row => row.Result).HasColumnType("jsonb");
    }
}
