using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.Receipts;

/// <summary>What was erased by a timer, for a person, or at the end of an organization: the statement as it was signed.</summary>
internal sealed class ErasureReceipt : ITenantOwned
{
    public const string Retention = "retention";
    public const string Person = "person";
    public const string Organization = "organization";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>retention, person, organization.</summary>
    public required string Kind { get; init; }

    /// <summary>The data set, the case, or the organization.</summary>
    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required string KeyId { get; init; }

    public required byte[] Signature { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class ErasureReceiptTable : IEntityTypeConfiguration<ErasureReceipt>
{
    public void Configure(EntityTypeBuilder<ErasureReceipt> receipt)
    {
        receipt.ToTable("receipts", "privacy");
        receipt.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
