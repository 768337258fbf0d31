using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.People;

/// <summary>A code for the day when the authenticator is lost. Good once: using it deletes it.</summary>
internal sealed class RecoveryCode : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required byte[] Hash { get; init; }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes", "accounts");
        builder.HasKey(code => new { code.OrganizationId, code.UserId, code.Hash });
        builder.HasOne<User>().WithMany().HasForeignKey(code => new { code.OrganizationId, code.UserId });
    }
}
