using Earshot.Platform.Calls.Spool;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Upload;

/// <summary>One file or request that came in, also when it was refused: the upload history.</summary>
internal sealed class UploadedFile : ITenantOwned
{
    public const string FileNamePurpose = "calls.uploads.file_name";
    public const string DetailsPurpose = "calls.uploads.details";
    public const string KeyPurpose = "calls.uploads.spool_key";
    public const string DigestPurpose = "calls.uploads.digest";

    public const string Receiving = "receiving";
    public const string Accepted = "accepted";
    public const string Refused = "refused";
    public const string Duplicate = "duplicate";
    public const string Abandoned = "abandoned";

    private UploadedFile()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The first call that came of it.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>How many calls came of it: a file of JSON lines holds many.</summary>
    public int Calls { get; private set; }

    /// <summary>Sealed: file names hold phone numbers and names.</summary>
    public byte[]? FileName { get; private set; }

    /// <summary>ui, api, cli, folder.</summary>
    public string Source { get; private set; } = "";

    public string State { get; private set; } = Receiving;

    public string? Reason { get; private set; }

    public string? Detail { get; private set; }

    public long Size { get; private set; }

    public long Received { get; private set; }

    /// <summary>Keyed digest of the content, to know the same file again.</summary>
    public byte[]? Digest { get; private set; }

    /// <summary>Sealed JSON of the metadata that came with it.</summary>
    public byte[]? Details { get; private set; }

    public string? SpoolFile { get; private set; }

    public byte[]? SpoolKey { get; private set; }

    public Guid? UploadedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static UploadedFile Started(Guid organization, Guid id, string source, long size, Guid? by, DateTimeOffset now) => new()
    {
        OrganizationId = organization,
        Id = id,
        Source = source,
        Size = size,
        UploadedBy = by,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Describe(byte[]? sealedFileName, byte[]? sealedDetails)
    {
        FileName = sealedFileName;
        Details = sealedDetails;
    }

    public void KeepIn(string spoolFile, byte[] sealedKey)
    {
        SpoolFile = spoolFile;
        SpoolKey = sealedKey;
    }

    public void Grew(long received, DateTimeOffset now)
    {
        Received = received;
        UpdatedAt = now;
    }

    /// <summary>The content became calls, or belongs to calls that are here already.</summary>
    public void Settle(string state, IReadOnlyList<Guid> calls, byte[]? digest, string? detail, DateTimeOffset now)
    {
        State = state;
        CallId = calls.Count > 0 ? calls[0] : null;
        Calls = calls.Count;
        Digest = digest;
        Detail = detail;
        Forget(now);
    }

    public void Refuse(Failure failure, DateTimeOffset now)
    {
        State = Refused;
        Reason = failure.Code;
        Detail = failure.Message;
        Forget(now);
    }

    public void Abandon(DateTimeOffset now)
    {
        State = Abandoned;
        Forget(now);
    }

    // From here on no key opens what arrived; the file itself is unlinked by the caller, or by the sweeper after a crash.
    private void Forget(DateTimeOffset now)
    {
        SpoolFile = null;
        SpoolKey = null;
        Details = null;
        UpdatedAt = now;
    }
}

internal sealed class UploadedFileTable : IEntityTypeConfiguration<UploadedFile>
{
    public void Configure(EntityTypeBuilder<UploadedFile> builder)
    {
        builder.ToTable("uploads", "calls");
        builder.HasKey(upload => new { upload.OrganizationId, upload.Id });
    }
}
