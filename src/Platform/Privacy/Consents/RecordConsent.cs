using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>Writes what somebody chose: which words, when, in which way. The caller saves.</summary>
public sealed class RecordConsent(PlatformDb db, TimeProvider clock)
{
    public Consent Add(ConsentText text, string subjectKind, bool isGiven, string way)
    {
        var now = clock.GetUtcNow();
        return db.Add(new Consent
        {
            OrganizationId = db.Organization,
            Id = Guid.CreateVersion7(now),
            SubjectKind = subjectKind,
            Purpose = text.Purpose,
            IsGiven = isGiven,
            TextVersion = text.Version,
            TextHash = text.Hash,
            Way = way,
            GivenAt = now,
        }).Entity;
    }
}
