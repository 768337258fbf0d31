namespace Earshot.Platform.Accounts;

/// <summary>What a person is in the organization. The right to see unmasked text is apart from the role and off by default.</summary>
public static class Roles
{
    /// <summary>Everything, and the only one who hands the organization on or closes it.</summary>
    public const string Owner = "owner";

    /// <summary>People, departments, settings, connections.</summary>
    public const string Admin = "admin";

    /// <summary>Reads and reviews calls of all departments, or of those given.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Reads own calls and scores.</summary>
    public const string Agent = "agent";

    /// <summary>Retention, subject requests, agreements, audit log.</summary>
    public const string PrivacyOfficer = "privacy_officer";

    /// <summary>API keys and connections; no content.</summary>
    public const string Integrator = "integrator";

    /// <summary>Audit log and evidence; no content.</summary>
    public const string Auditor = "auditor";

    public static readonly IReadOnlyList<string> All = [Owner, Admin, Supervisor, Agent, PrivacyOfficer, Integrator, Auditor];
}
