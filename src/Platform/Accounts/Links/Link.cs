using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Links;

/// <summary>A link that works once: the first owner's, an invitation, or a new password.</summary>
internal sealed class Link : ITenantOwned
{
    public const string EmailColumn = "links.email";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Purpose { get; init; }

    public required byte[] TokenHash { get; init; }

    public byte[]? Email { get; init; }

    public required string Role { get; init; }

    public Guid[] Departments { get; init; } = [];

    public Guid? AgentId { get; init; }

    public Guid? UserId { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; internal set; }

    public DateTimeOffset? RevokedAt { get; internal set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && RevokedAt is null && now < ExpiresAt;
}

internal static class LinkPurposes
{
    public const string Owner = "owner";
    public const string Invitation = "invitation";
    public const string Password = "password";
}

internal sealed class LinkTable : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> builder)
    {
        builder.ToTable("links", "accounts");
        builder.HasKey(link => new { link.OrganizationId, link.Id });
    }
}
