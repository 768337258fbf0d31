using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls.Recognition;

/// <summary>How an organization wants its recordings recognised. Without a row: the defaults.</summary>
public sealed class RecognitionSettings : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    /// <summary>Only recognisers of this machine, whatever else the operator has connected.</summary>
    public bool StaysHere { get; internal set; }

    /// <summary>Channel of the agent, from 0, where a recording does not say it; null: found out from who greets.</summary>
    public short? AgentChannel { get; internal set; }

    /// <summary>Names of products and terms to listen for, where the recogniser can.</summary>
    public IReadOnlyList<string> Vocabulary { get; internal set; } = [];
}

internal sealed class RecognitionSettingsTable : IEntityTypeConfiguration<RecognitionSettings>
{
    public void Configure(EntityTypeBuilder<RecognitionSettings> settings)
    {
        settings.ToTable("recognition_settings", "calls");
        settings.HasKey(row => row.OrganizationId);
        settings.Property(row => row.Vocabulary).HasColumnType("text[]");
    }
}
