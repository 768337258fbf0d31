using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Scoring.Alerts;

/// <summary>What raises an alert.</summary>
public static class AlertKinds
{
    /// <summary>A flag on so many calls within so many hours.</summary>
    public const string Flag = "flag";

    /// <summary>The average score of so many calls or more is below a bound.</summary>
    public const string Score = "score";

    /// <summary>A critical criterion failed on so many calls within so many hours.</summary>
    public const string Critical = "critical";
}

/// <summary>When somebody wants to be told. Never changed, only archived.</summary>
internal sealed class AlertRule : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public string? Flag { get; init; }

    public required int Times { get; init; }

    public required int Hours { get; init; }

    public double? Below { get; init; }

    public Guid? DepartmentId { get; init; }

    public required int QuietHours { get; init; }

    public DateTimeOffset? QuietUntil { get; set; }

    public required string Site { get; init; }

    public Guid? CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; set; }

    /// <summary>Whether somebody who sees these calls may know of it: of a department, or of all.</summary>
    public static bool IsFor(Guid? department, CallScope scope) =>
        scope.Agents is null && (department is { } one ? scope.Departments is null || scope.Departments.Contains(one) : scope.IsAll);
}

/// <summary>A rule was met.</summary>
internal sealed class Alert : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required Guid RuleId { get; init; }

    public required DateTimeOffset FromAt { get; init; }

    public required DateTimeOffset ToAt { get; init; }

    public required int Calls { get; init; }

    public double? Average { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }
}

internal sealed class AlertRuleTable : IEntityTypeConfiguration<AlertRule>
{
    public void Configure(EntityTypeBuilder<AlertRule> rule)
    {
        rule.ToTable("alert_rules", "scoring");
        rule.HasKey(row => new { row.OrganizationId, row.Id });
    }
}

internal sealed class AlertTable : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> alert)
    {
        alert.ToTable("alerts", "scoring");
        alert.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
