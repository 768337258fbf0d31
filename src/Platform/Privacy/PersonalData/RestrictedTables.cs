namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Which tables about persons hide what is frozen, and why the others need not. A test finds those that are neither.</summary>
internal static class RestrictedTables
{
    /// <summary>Behind a restrictive policy of the database.</summary>
    public static readonly IReadOnlyList<string> Hidden =
    [
        "calls.calls", "calls.transcripts", "calls.analyses", "calls.search", "calls.uploads",
        "scoring.calls", "scoring.scores", "scoring.reviews", "scoring.appeals", "scoring.model_uses",
        "privacy.inquiries", "privacy.letters", "privacy.consents",
    ];

    /// <summary>Shown in spite of it, each with its reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exempt = new Dictionary<string, string>
    {
        ["accounts.users"] = "the person's own account: they sign in with it and see it themselves; closing it is the way to stop it",
        ["accounts.sign_in_names"] = "digest by which the person signs in",
        ["accounts.identities"] = "a way for the person to sign in",
        ["accounts.sessions"] = "the person's own sessions, shown to them",
        ["accounts.sign_ins"] = "the person's own sign-ins, shown to them",
        ["accounts.links"] = "an invitation that the person holds",
        ["accounts.agents"] = "name of an employee in the team list; frozen calls of theirs are hidden",
        ["accounts.agent_names"] = "by it calls of an employee are told from those of others; shown nowhere",
        ["accounts.throttle"] = "keyed digests of addresses; sixty days",
        ["kernel.audit_people"] = "proof; opened to the auditor alone",
        ["privacy.requests"] = "the request that asks for the freezing",
        ["privacy.request_files"] = "papers of that request; they go when it is closed",
        ["scoring.report_subscriptions"] = "the person's own wish for letters, shown to them alone; frozen calls are in no sum that is made anew",
        ["calls.tuning_lines"] = "a word of the organization's settings that happens to be a name; what is frozen is not masked less by hiding it",
        ["scoring.words"] = "words that several calls have, without any call",
    };

    /// <summary>Tables about persons of which nobody said what freezing means: none in a good build.</summary>
    public static IEnumerable<string> Open(IEnumerable<string> aboutPersons) => aboutPersons.Except(Hidden).Except(Exempt.Keys);
}
