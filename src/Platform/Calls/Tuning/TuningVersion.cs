using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>A version of what an organization tuned; the newest one holds.</summary>
internal sealed class TuningVersion : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required int Version { get; init; }

    /// <summary>Another one whenever the lines are others, also where one of them was erased.</summary>
    public required Guid Stamp { get; init; }

    public required int Allowed { get; init; }

    public required int Denied { get; init; }

    public required int Patterns { get; init; }

    public int? RestoredFrom { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public Guid? MadeBy { get; init; }
}

/// <summary>A line of a list, from one version until another.</summary>
internal sealed class TuningLine : ITenantOwned
{
    public const string Purpose = "calls.tuning_lines.words";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>allow, deny or pattern.</summary>
    public required string List { get; init; }

    /// <summary>Sealed; of a pattern its name and, on the next line, the expression.</summary>
    public required byte[] Words { get; init; }

    public string? Type { get; init; }

    public required int SinceVersion { get; init; }

    public int? UntilVersion { get; set; }
}

internal sealed class TuningVersionTable : IEntityTypeConfiguration<TuningVersion>
{
    public void Configure(EntityTypeBuilder<TuningVersion> version)
    {
        version.ToTable("tuning_versions", "calls");
        version.HasKey(row => new { row.OrganizationId, row.Version });
    }
}

internal sealed class TuningLineTable : IEntityTypeConfiguration<TuningLine>
{
    public void Configure(EntityTypeBuilder<TuningLine> line)
    {
        line.ToTable("tuning_lines", "calls");
        line.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
