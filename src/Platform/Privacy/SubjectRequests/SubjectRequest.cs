using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A request of a person about their data. Sealed columns open with <see cref="RequestSeal"/>.</summary>
internal sealed class SubjectRequest : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Kind { get; init; }

    /// <summary>One of <see cref="RequestTopics"/>.</summary>
    public required string About { get; init; }

    public required string State { get; set; }

    public required string Way { get; init; }

    public required byte[] Person { get; set; }

    public byte[]? Details { get; set; }

    public string? Ground { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateOnly DueOn { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public required DateOnly FirstDueOn { get; init; }

    public required string Calendar { get; set; }

    public DateTimeOffset? ExtendedAt { get; set; }

    public byte[]? ExtensionReason { get; set; }

    public DateTimeOffset? VerifiedAt { get; set; }

    public Guid? VerifiedBy { get; set; }

    public string? Verification { get; set; }

    public DateTimeOffset? ActedAt { get; set; }

    public Guid? ReceiptId { get; set; }

    public DateTimeOffset? StopDueAt { get; init; }

    public DateTimeOffset? StoppedAt { get; set; }

    public DateTimeOffset? DestroyDueAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }

    public byte[]? Answer { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? Failure { get; set; }

    public int Attempts { get; set; }

    public required byte[] TokenHash { get; init; }

    public byte[]? AddressDigest { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }
}

internal sealed class SubjectRequestTable : IEntityTypeConfiguration<SubjectRequest>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> request)
    {
        request.ToTable("requests", "privacy");
        request.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
