using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Support;

/// <summary>
/// A request of the operator's staff to look into an organization, and what became of it (clauses A75, B24). Until the organization says
/// yes it opens nothing; then masked calls, to read, until the hours are over or the organization ends it.
/// </summary>
internal sealed class SupportGrant : ITenantOwned
{
    public const string TokenPrefix = "ess_";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Staff { get; init; }

    public required string Ticket { get; init; }

    public required string Reason { get; init; }

    public required string[] Scopes { get; init; }

    public required int Hours { get; init; }

    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public DateTimeOffset? RefusedAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => ApprovedAt is not null && ClosedAt is null && EndsAt > now;

    public string StateAt(DateTimeOffset now) => this switch
    {
        { RefusedAt: not null } => "refused",
        { ApprovedAt: null } => "waiting",
        _ => IsOpen(now) ? "open" : "over",
    };
}

internal sealed class SupportGrantTable : IEntityTypeConfiguration<SupportGrant>
{
    public void Configure(EntityTypeBuilder<SupportGrant> builder)
    {
        builder.ToTable("support_grants", "accounts");
        builder.HasKey(grant => new { grant.OrganizationId, grant.Id });
    }
}
