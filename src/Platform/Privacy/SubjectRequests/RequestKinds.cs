using Earshot.Platform.Privacy.Calendar;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>What may be asked for.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Period">Time for the answer, by the law of the region.</param>
/// <param name="NeedsIdentity">Nothing is done or told before the person is known to be who they say.</param>
public sealed record RequestKind(string Name, Func<LawProfile, Period> Period, bool NeedsIdentity);

/// <summary>The list of them.</summary>
public static class RequestKinds
{
    public const string Information = "information";
    public const string Access = "access";
    public const string Correction = "correction";
    public const string Completion = "completion";
    public const string Erasure = "erasure";
    public const string Restriction = "restriction";
    public const string Objection = "objection";
    public const string Portability = "portability";
    public const string Withdrawal = "withdrawal";
    public const string Complaint = "complaint";
    public const string Claim = "claim";
    public const string Authority = "authority";

    public static readonly IReadOnlyList<RequestKind> All =
    [
        new(Information, law => law.Answer, false),
        new(Access, law => law.Answer, true),
        new(Correction, law => law.Answer, true),
        new(Completion, law => law.Answer, true),
        new(Erasure, law => law.Answer, true),
        new(Restriction, law => law.Answer, true),
        new(Objection, law => law.Answer, true),
        new(Portability, law => law.Answer, true),
        new(Withdrawal, law => law.Answer, true),
        new(Complaint, law => law.Answer, false),
        new(Claim, law => law.Claim, false),
        new(Authority, law => law.Authority, false),
    ];

    /// <summary>Kinds that a visitor may choose on the public form; the authority writes to the desk.</summary>
    public static IEnumerable<string> Public => All.Select(kind => kind.Name).Where(name => name != Authority);

    /// <summary>The four grounds on which a person may have their data frozen (GDPR article 18; clause A63).</summary>
    public static readonly IReadOnlyList<string> Grounds = ["accuracy", "unlawful", "claims", "objection"];

    /// <summary>How the desk may have checked who somebody is. Of the check only this, its time and who did it are kept.</summary>
    public static readonly IReadOnlyList<string> Verifications = ["document_seen", "known_number", "account", "signature", "representative"];

    public static RequestKind? Find(string name) => All.SingleOrDefault(kind => kind.Name == name);
}
