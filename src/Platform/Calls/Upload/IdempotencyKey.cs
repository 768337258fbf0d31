using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Upload;

/// <summary>A request that may come again and must not make a second call.</summary>
internal sealed class IdempotencyKey : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required string Key { get; init; }

    /// <summary>Keyed digest of the request.</summary>
    public required byte[] Digest { get; init; }

    public required Guid CallId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotencyKeyTable : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("idempotency_keys", "calls");
        builder.HasKey(key => new { key.OrganizationId, key.Key });
    }
}
