using System.Text.Json;
using Earshot.Platform.Kernel.Audit;

namespace Earshot.Platform.Accounts;

/// <summary>Writes what happened to accounts into the audit log; the caller saves. Details hold ids, roles and settings, nothing personal.</summary>
public sealed class AccountAudit(AuditLog log, AuditActor who, Actor actor)
{
    private const string Purpose = "administration";

    internal Task RecordAsync(string action, string objectKind, Guid objectId, Guid? subject, object details, CancellationToken ct) =>
        log.RecordAsync(action, objectKind, objectId, Purpose, subject, JsonSerializer.Serialize(details, JsonSerializerOptions.Web), ct);

    /// <summary>Somebody who came without a session has just proved to be this person.</summary>
    internal void ActsAs(Guid person) => who.Set(AuditActor.Person, person, actor.Address, actor.Device);
}
