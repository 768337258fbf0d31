using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>A file that came with a request. Its content goes when the request is closed.</summary>
internal sealed class RequestFile : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required byte[]? Name { get; init; }

    public required byte[]? Content { get; init; }

    public byte[]? Signature { get; init; }

    public required int Bytes { get; init; }

    public required string SignatureState { get; init; }

    public byte[]? Signer { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? ErasedAt { get; init; }
}

internal sealed class RequestFileTable : IEntityTypeConfiguration<RequestFile>
{
    public void Configure(EntityTypeBuilder<RequestFile> file)
    {
        file.ToTable("request_files", "privacy");
        file.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
