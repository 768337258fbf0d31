using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>One try to sign in, good or bad, as the person may see it (clause D05).</summary>
internal sealed class SignInRecord : ITenantOwned
{
    public const string AddressColumn = "sign_ins.address";
    public const string SignedIn = "signed_in";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Outcome { get; init; }

    public required string Device { get; init; }

    public byte[]? Address { get; init; }
}

internal sealed class SignInRecordTable : IEntityTypeConfiguration<SignInRecord>
{
    public void Configure(EntityTypeBuilder<SignInRecord> builder)
    {
        builder.ToTable("sign_ins", "accounts");
        builder.HasKey(record => new { record.OrganizationId, record.Id });
    }
}
