using System.Globalization;
using System.Text.Json.Serialization;
using Earshot.Platform.Kernel.Audit;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>An event as a line of an exported log: all that the chain holds of it, and the chain itself.</summary>
/// <param name="Details">Exactly as it was chained.</param>
/// <param name="Person">Digest of address and device; they themselves are not in the file.</param>
internal sealed record AuditFileLine(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("organization")] Guid Organization,
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("at")] DateTimeOffset At,
    [property: JsonPropertyName("actor_kind")] string ActorKind,
    [property: JsonPropertyName("actor_id")] Guid? ActorId,
    [property: JsonPropertyName("action")] string Action,
    [property: JsonPropertyName("object_kind")] string ObjectKind,
    [property: JsonPropertyName("object_id")] Guid? ObjectId,
    [property: JsonPropertyName("subject_id")] Guid? SubjectId,
    [property: JsonPropertyName("purpose")] string Purpose,
    [property: JsonPropertyName("details")] string? Details,
    [property: JsonPropertyName("person")] string? Person,
    [property: JsonPropertyName("previous")] string Previous,
    [property: JsonPropertyName("hash")] string Hash)
{
    /// <summary>True when the event is the one that was chained here.</summary>
    public bool IsWhole() => Convert.ToHexStringLower(AuditLink.Hash(Convert.FromHexString(Previous), Seq, Fields())) == Hash;

    // The same fields in the same order as kernel.audit_text.
    private string Fields() => string.Join(
        AuditLink.Separator,
        Organization, Id, ((At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), ActorKind, ActorId?.ToString() ?? "",
        Action, ObjectKind, ObjectId?.ToString() ?? "", SubjectId?.ToString() ?? "", Purpose, Details ?? "", Person ?? "");
}
