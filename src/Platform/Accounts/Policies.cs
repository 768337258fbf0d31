using Microsoft.AspNetCore.Authorization;

namespace Earshot.Platform.Accounts;

/// <summary>
/// Who may do what, one line each. Every route group and page names one of these (a test finds those that do not). A policy is met by a
/// role of a signed-in person, or by the scope of an API key where there is one.
/// </summary>
public static class Policies
{
    public const string SignedIn = "signed-in";
    public const string ReadCalls = "calls.read";
    public const string UploadCalls = "calls.upload";
    public const string ReviewCalls = "calls.review";
    public const string DeleteCalls = "calls.delete";
    public const string ReadReports = "reports.read";
    public const string EditScoring = "scoring.edit";
    public const string ReadTeam = "team.read";
    public const string ManageTeam = "team.manage";
    public const string ReadSettings = "settings.read";
    public const string ManageSettings = "settings.manage";
    public const string ManageApiKeys = "keys.manage";
    public const string ManageConnections = "connections.manage";
    public const string AcceptAgreements = "agreements.accept";
    public const string ManagePrivacy = "privacy.manage";
    public const string ReadAudit = "audit.read";
    public const string ManageOrganization = "organization.manage";
    public const string ApiWriteCalls = "api.calls.write";
    public const string ApiReadCalls = "api.calls.read";

    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<Policy> All =
    [
        new(SignedIn, [.. Roles.All]),
        new(ReadCalls, [Roles.Owner, Roles.Admin, Roles.Supervisor, Roles.Agent, Roles.PrivacyOfficer]),
        new(UploadCalls, [Roles.Owner, Roles.Admin, Roles.Supervisor, Roles.Integrator]),
        new(ReviewCalls, [Roles.Owner, Roles.Admin, Roles.Supervisor]),
        new(DeleteCalls, [Roles.Owner, Roles.Admin, Roles.PrivacyOfficer]),
        new(ReadReports, [Roles.Owner, Roles.Admin, Roles.Supervisor]),
        new(EditScoring, [Roles.Owner, Roles.Admin, Roles.Supervisor]),
        new(ReadTeam, [Roles.Owner, Roles.Admin, Roles.Supervisor, Roles.PrivacyOfficer]),
        new(ManageTeam, [Roles.Owner, Roles.Admin]),
        new(ReadSettings, [Roles.Owner, Roles.Admin, Roles.PrivacyOfficer, Roles.Integrator, Roles.Auditor]),
        new(ManageSettings, [Roles.Owner, Roles.Admin, Roles.PrivacyOfficer]),
        new(ManageApiKeys, [Roles.Owner, Roles.Admin, Roles.Integrator]),
        new(ManageConnections, [Roles.Owner, Roles.Admin, Roles.Integrator]),
        new(AcceptAgreements, [Roles.Owner, Roles.PrivacyOfficer]),
        new(ManagePrivacy, [Roles.Owner, Roles.PrivacyOfficer]),
        new(ReadAudit, [Roles.Owner, Roles.PrivacyOfficer, Roles.Auditor]),
        new(ManageOrganization, [Roles.Owner]),
        new(ApiWriteCalls, [], Scopes.WriteCalls),
        new(ApiReadCalls, [], Scopes.ReadCalls),
    ];

    internal static void AddTo(AuthorizationOptions options)
    {
        foreach (var policy in All)
        {
            options.AddPolicy(policy.Name, builder => builder.RequireAuthenticatedUser().RequireAssertion(context => policy.IsMetBy(context.User)));
        }

        // What names no policy is closed, not open.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        options.DefaultPolicy = options.GetPolicy(SignedIn) ?? options.FallbackPolicy;
    }
}
