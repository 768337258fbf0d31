using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>A passkey of a person. Key and counters are sealed for the person.</summary>
internal sealed class Passkey : ITenantOwned
{
    public const string DetailsColumn = "passkeys.details";

    public required Guid OrganizationId { get; init; }

    public required byte[] CredentialId { get; init; }

    public required Guid UserId { get; init; }

    public string? Name { get; set; }

    public required byte[] Details { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys", "accounts");
        builder.HasKey(passkey => new { passkey.OrganizationId, passkey.CredentialId });
        builder.HasOne<User>().WithMany().HasForeignKey(passkey => new { passkey.OrganizationId, passkey.UserId });
    }
}
