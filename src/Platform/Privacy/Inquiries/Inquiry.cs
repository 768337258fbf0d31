using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.Inquiries;

/// <summary>Somebody wrote to us from the website (clause A46).</summary>
public sealed class Inquiry : ITenantOwned
{
    internal const string NameColumn = "inquiries.name";
    internal const string EmailColumn = "inquiries.email";
    internal const string PhoneColumn = "inquiries.phone";
    internal const string MessageColumn = "inquiries.message";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required byte[] Name { get; init; }

    public required byte[] Email { get; init; }

    public byte[]? Phone { get; init; }

    public byte[]? Message { get; init; }

    public int? Agents { get; init; }

    public required string Page { get; init; }

    public string? Source { get; init; }

    public required Guid ConsentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; internal set; }
}

internal sealed class InquiryTable : IEntityTypeConfiguration<Inquiry>
{
    public void Configure(EntityTypeBuilder<Inquiry> inquiry)
    {
        inquiry.ToTable("inquiries", "privacy");
        inquiry.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
