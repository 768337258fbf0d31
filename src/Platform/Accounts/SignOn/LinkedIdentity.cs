using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>An account elsewhere that opens the door here (clause C05). It was linked by the person, from inside; an equal e-mail links nothing.</summary>
internal sealed class LinkedIdentity : ITenantOwned
{
    public const string IndexPurpose = "accounts.identities";
    public const string SubjectColumn = "identities.subject";
    public const string UsernameColumn = "identities.username";

    public required byte[] SubjectIndex { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required string Provider { get; init; }

    public required Guid Id { get; init; }

    public required byte[] Subject { get; init; }

    public byte[]? Username { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}

internal sealed class LinkedIdentityTable : IEntityTypeConfiguration<LinkedIdentity>
{
    public void Configure(EntityTypeBuilder<LinkedIdentity> builder)
    {
        builder.ToTable("identities", "accounts");
        builder.HasKey(row => row.SubjectIndex);
        builder.HasOne<User>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.UserId });
    }
}
