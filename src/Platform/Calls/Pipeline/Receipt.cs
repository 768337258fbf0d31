using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>Proof that a recording, or a whole call, is gone.</summary>
internal sealed class Receipt : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid CallId { get; init; }

    /// <summary>audio, call.</summary>
    public required string Kind { get; init; }

    /// <summary>transcribed, given_up, refused, deleted.</summary>
    public required string Reason { get; init; }

    public string? Engine { get; init; }

    /// <summary>nothing-kept, deleted, failed.</summary>
    public string? EngineForget { get; init; }

    public DateTimeOffset? RecognisedAt { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    public long? Bytes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Key that signed it; null for receipts that are older than signing.</summary>
    public string? KeyId { get; private set; }

    public byte[]? Signature { get; private set; }

    public void Signed(ReceiptSignature signature) => (KeyId, Signature) = (signature.KeyId, signature.Signature);
}

internal sealed class ReceiptTable : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable("receipts", "calls");
        receipt.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
