using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>Somebody looked at or took away more than usual.</summary>
public sealed class AccessAlert : ITenantOwned
{
    public const string MassAccess = "mass_access";
    public const string MassExport = "mass_export";
    public const string UnusualAccess = "unusual_access";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string ActorKind { get; init; }

    public required Guid ActorId { get; init; }

    public required long Events { get; init; }

    public decimal? Usual { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public Guid? SeenBy { get; set; }

    public DateTimeOffset? SeenAt { get; set; }
}

/// <summary>What waits to be looked at, and the word that somebody has.</summary>
public sealed class ReadAccessAlerts(PlatformDb db, Actor actor, AuditLog audit, TimeProvider clock)
{
    public async Task<IReadOnlyList<AccessAlert>> OpenAsync(CancellationToken ct) =>
        await db.Set<AccessAlert>().AsNoTracking().Where(alert => alert.SeenAt == null).OrderByDescending(alert => alert.RaisedAt).Take(20).ToListAsync(ct);

    public async Task SeenAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<AccessAlert>().SingleOrDefaultAsync(alert => alert.Id == id && alert.SeenAt == null, ct) is { } alert)
        {
            alert.SeenBy = actor.RequireUser();
            alert.SeenAt = clock.GetUtcNow();
            await audit.RecordAsync("alert.seen", "alert", id, "security", alert.ActorId, null, ct);
            await db.SaveChangesAsync(ct);
        }
    }
}

internal sealed class AccessAlertTable : IEntityTypeConfiguration<AccessAlert>
{
    public void Configure(EntityTypeBuilder<AccessAlert> builder)
    {
        builder.ToTable("access_alerts", "privacy");
        builder.HasKey(alert => new { alert.OrganizationId, alert.Id });
    }
}
