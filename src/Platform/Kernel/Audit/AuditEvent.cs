using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>Something that happened. Never changed, never deleted before its seven years are over.</summary>
public sealed class AuditEvent : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Id { get; init; }

    public required string ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>What was done, for example <c>call.opened</c>.</summary>
    public required string Action { get; init; }

    public required string ObjectKind { get; init; }

    public Guid? ObjectId { get; init; }

    /// <summary>Whose data, where that is another than the object.</summary>
    public Guid? SubjectId { get; init; }

    public required string Purpose { get; init; }

    /// <summary>JSON with ids, counts and names of rules; nothing personal.</summary>
    public string? Details { get; init; }

    /// <summary>Salted digest of the personal fields in <see cref="AuditPerson"/>.</summary>
    public byte[]? Person { get; init; }
}

/// <summary>The personal fields of an event: may be erased, and the chain stays whole.</summary>
public sealed class AuditPerson : ITenantOwned
{
    /// <summary>Purpose of the seal; the row id is the event's.</summary>
    public const string Purpose = "kernel.audit_people.person";

    public required Guid OrganizationId { get; init; }

    public required Guid EventId { get; init; }

    public required byte[] Salt { get; init; }

    /// <summary>Sealed JSON: address, device.</summary>
    public required byte[] Person { get; init; }
}

internal sealed class AuditEventTable : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.ToTable("audit_events", "kernel");
        audit.HasKey(row => new { row.OrganizationId, row.At, row.Id });
        audit.Property(row => row.Details).HasColumnType("jsonb");
    }
}

internal sealed class AuditPersonTable : IEntityTypeConfiguration<AuditPerson>
{
    public void Configure(EntityTypeBuilder<AuditPerson> person)
    {
        person.ToTable("audit_people", "kernel");
        person.HasKey(row => new { row.OrganizationId, row.EventId });
    }
}
