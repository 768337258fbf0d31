using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>The texts of a call: raw, sealed with the organization's key; masked, with the masker's seal.</summary>
internal sealed class StoredTranscript : ITenantOwned
{
    public const string RawPurpose = "calls.transcripts.raw";

    public required Guid OrganizationId { get; init; }

    public required Guid CallId { get; init; }

    /// <summary><see cref="Masking.MaskedConversationFormat"/>; null until masked.</summary>
    public byte[]? Masked { get; private set; }

    public byte[]? Raw { get; private set; }

    public string? MaskerVersion { get; private set; }

    /// <summary>Recogniser, or the format of a ready transcript.</summary>
    public string? Engine { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public void KeepRaw(byte[] sealedText) => Raw = sealedText;

    /// <summary>For organizations that keep masked text alone.</summary>
    public void ForgetRaw() => Raw = null;

    public void KeepMasked(byte[] masked, string maskerVersion)
    {
        Masked = masked;
        MaskerVersion = maskerVersion;
    }
}

internal sealed class StoredTranscriptTable : IEntityTypeConfiguration<StoredTranscript>
{
    public void Configure(EntityTypeBuilder<StoredTranscript> transcript)
    {
        transcript.ToTable("transcripts", "calls");
        transcript.HasKey(row => new { row.OrganizationId, row.CallId });
    }
}
