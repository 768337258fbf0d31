using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>The identity provider of an organization.</summary>
internal sealed class SignOnConnection : ITenantOwned
{
    public const string SecretColumn = "sign_on_connections.client_secret";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Issuer { get; init; }

    public required string ClientId { get; init; }

    public byte[]? ClientSecret { get; init; }

    public required string[] Hosts { get; set; }

    public string? JoinsAs { get; init; }

    public bool IsActive { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string ProviderName => $"{SignOnProvider.Company}{OrganizationId:n}{Id:n}";

    /// <returns>Organization and connection that a provider's name names; null: it is none of a company.</returns>
    public static (Guid Organization, Guid Id)? Read(string provider) =>
        provider.StartsWith(SignOnProvider.Company, StringComparison.Ordinal) && provider.Length == SignOnProvider.Company.Length + 64
            && Guid.TryParseExact(provider.AsSpan(SignOnProvider.Company.Length, 32), "n", out var organization)
            && Guid.TryParseExact(provider.AsSpan(SignOnProvider.Company.Length + 32), "n", out var id)
            ? (organization, id)
            : null;
}

internal sealed class SignOnConnectionTable : IEntityTypeConfiguration<SignOnConnection>
{
    public void Configure(EntityTypeBuilder<SignOnConnection> builder)
    {
        builder.ToTable("sign_on_connections", "accounts");
        builder.HasKey(row => new { row.OrganizationId, row.Id });
        builder.Ignore(row => row.ProviderName);
    }
}
