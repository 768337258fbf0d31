using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Pipeline;

/// <summary>A copy of a recording at a remote recogniser.</summary>
internal sealed class EngineCopy : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid CallId { get; init; }

    public required string Engine { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    public DateTimeOffset? ForgottenAt { get; private set; }

    public void Forgotten(DateTimeOffset now) => ForgottenAt = now;
}

internal sealed class EngineCopyTable : IEntityTypeConfiguration<EngineCopy>
{
    public void Configure(EntityTypeBuilder<EngineCopy> copy)
    {
        copy.ToTable("engine_copies", "calls");
        copy.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
