namespace Earshot.Platform.Kernel.Audit;

/// <summary>The statements that write an event and its personal fields.</summary>
internal static class InsertAudit
{
    public static FormattableString Of(AuditEvent row) =>
        $"""
        insert into kernel.audit_events (organization_id, at, id, actor_kind, actor_id, action, object_kind, object_id, subject_id, purpose, details, person)
        values ({row.OrganizationId}, {row.At}, {row.Id}, {row.ActorKind}, {row.ActorId}, {row.Action}, {row.ObjectKind}, {row.ObjectId}, {row.SubjectId},
          {row.Purpose}, {row.Details}::text::jsonb, {row.Person})
        """;

    public static FormattableString Of(AuditPerson row) =>
        $"insert into kernel.audit_people (organization_id, event_id, salt, person) values ({row.OrganizationId}, {row.EventId}, {row.Salt}, {row.Person})";
}
