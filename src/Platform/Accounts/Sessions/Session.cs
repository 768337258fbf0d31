using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>A browser that is signed in. The cookie names it; ending the row ends the session everywhere at once.</summary>
internal sealed class Session : ITenantOwned
{
    public const string AddressColumn = "sessions.address";

    /// <summary>A session that is not used ends after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>Every session ends after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Method { get; init; }

    public required bool SecondFactor { get; set; }

    public required string Device { get; init; }

    public byte[]? Address { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When the person gave the password again; null: not since <see cref="CreatedAt"/>.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", "accounts");
        builder.HasKey(session => new { session.OrganizationId, session.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(session => new { session.OrganizationId, session.UserId });
    }
}
