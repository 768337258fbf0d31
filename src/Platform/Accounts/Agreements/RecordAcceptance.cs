using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Accounts.Agreements;

/// <summary>Writes who agreed to what, when and in which way; the caller saves.</summary>
public sealed class RecordAcceptance(PlatformDb db, TimeProvider clock)
{
    internal void Add(Guid organization, Guid user, Agreement agreement, string way)
    {
        var now = clock.GetUtcNow();
        db.Add(new Acceptance
        {
            OrganizationId = organization,
            Id = Guid.CreateVersion7(now),
            UserId = user,
            Document = agreement.Name,
            Version = agreement.Version,
            Hash = agreement.Hash,
            Way = way,
            AcceptedAt = now,
        });
    }
}
