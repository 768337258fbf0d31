using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>A row that was erased and must not come back from a backup.</summary>
internal sealed class Tombstone : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required string TableName { get; init; }

    public required Guid RowId { get; init; }

    /// <summary>Who erases it again.</summary>
    public required string Holder { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }
}

internal sealed class TombstoneTable : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> tombstone)
    {
        tombstone.ToTable("tombstones", "privacy");
        tombstone.HasKey(row => new { row.OrganizationId, row.TableName, row.RowId });
    }
}
