using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Agreements;

/// <summary>Somebody agreed to a version of a document. Rows are never changed (clauses A15, C01, D02).</summary>
internal sealed class Acceptance : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Document { get; init; }

    public required string Version { get; init; }

    public required byte[] Hash { get; init; }

    public required string Way { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }
}

internal sealed class AcceptanceTable : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("acceptances", "accounts");
        builder.HasKey(acceptance => new { acceptance.OrganizationId, acceptance.Id });
    }
}
