using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.People;

/// <summary>A person with an account. Belongs to one organization; e-mail, name and phone are sealed for the row.</summary>
public sealed class User : ITenantOwned
{
    internal const string EmailColumn = "users.email";
    internal const string NameColumn = "users.name";
    internal const string PhoneColumn = "users.phone";
    internal const string AuthenticatorColumn = "users.authenticator_key";

    private User()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public byte[] Email { get; internal set; } = [];

    public byte[] Name { get; internal set; } = [];

    public byte[]? Phone { get; internal set; }

    public string Role { get; internal set; } = Roles.Agent;

    public string State { get; internal set; } = UserStates.Active;

    public bool MaySeeRaw { get; internal set; }

    public string? PasswordHash { get; internal set; }

    public string SecurityStamp { get; internal set; } = "";

    public byte[]? AuthenticatorKey { get; internal set; }

    public bool TwoFactorEnabled { get; internal set; }

    public long TotpLastStep { get; internal set; }

    public string Language { get; internal set; } = "en";

    public string TimeZone { get; internal set; } = "UTC";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSeenAt { get; internal set; }

    /// <summary>When the account was closed; its data goes thirty days later.</summary>
    public DateTimeOffset? DeactivatedAt { get; internal set; }

    internal static User Joined(Guid organization, string role, string language, string timeZone, DateTimeOffset now) => new()
    {
        OrganizationId = organization,
        Id = Guid.CreateVersion7(now),
        Role = role,
        Language = language,
        TimeZone = timeZone,
        SecurityStamp = Guid.NewGuid().ToString("n"),
        CreatedAt = now,
    };
}

internal static class UserStates
{
    public const string Active = "active";
    public const string Deactivated = "deactivated";
}

internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", "accounts");
        builder.HasKey(user => new { user.OrganizationId, user.Id });
        builder.Property(user => user.SecurityStamp).IsConcurrencyToken();
    }
}
