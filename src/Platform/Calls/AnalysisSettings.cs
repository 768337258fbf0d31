using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Calls;

/// <summary>What an organization wants made of what was said. Without a row: the defaults.</summary>
public sealed class AnalysisSettings : ITenantOwned
{
    public const int UsualTokens = 500_000;

    public required Guid OrganizationId { get; init; }

    /// <summary>From then on a call goes from masking to delivery: no job of analysis exists for it. Null: calls are analysed.</summary>
    public DateTimeOffset? TechnicalSince { get; internal set; }

    /// <summary>Questions of scorecards and summaries go to the model that the operator connected.</summary>
    public bool AsksModel { get; internal set; }

    /// <summary>Most tokens, in and out, that the model may take in a day.</summary>
    public int TokensPerDay { get; internal set; } = UsualTokens;

    /// <summary>Cohen's kappa between people and the machine below which a criterion waits for a person, 0 to 1; null: never.</summary>
    public float? LeastAgreement { get; internal set; }

    /// <summary>Built-in topics are left out where there are own ones.</summary>
    public bool OnlyOwnTopics { get; internal set; }

    public bool IsTechnicalOnly => TechnicalSince is not null;
}

internal sealed class AnalysisSettingsTable : IEntityTypeConfiguration<AnalysisSettings>
{
    public void Configure(EntityTypeBuilder<AnalysisSettings> settings)
    {
        settings.ToTable("analysis_settings", "calls");
        settings.HasKey(row => row.OrganizationId);
        settings.Ignore(row => row.IsTechnicalOnly);
    }
}
