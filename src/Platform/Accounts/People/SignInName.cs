using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.People;

/// <summary>An e-mail, as a blind index, belongs to one person of one organization.</summary>
internal sealed class SignInName : ITenantOwned
{
    public required byte[] EmailIndex { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }
}

internal sealed class SignInNameTable : IEntityTypeConfiguration<SignInName>
{
    public void Configure(EntityTypeBuilder<SignInName> builder)
    {
        builder.ToTable("sign_in_names", "accounts");
        builder.HasKey(name => name.EmailIndex);
        builder.HasOne<User>().WithMany().HasForeignKey(name => new { name.OrganizationId, name.UserId });
    }
}
