using Earshot.Platform.Privacy.Documents;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>What a request may be about.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Tables">Where such data are kept; the data map says in which role.</param>
public sealed record RequestTopic(string Name, IReadOnlyList<string> Tables)
{
    /// <summary>The role in which the operator holds these data; null where the map does not know a table, or the tables do not agree.</summary>
    public string? RoleIn(DataMap map)
    {
        var roles = Tables.Select(name => map.Tables.FirstOrDefault(table => table.Name == name)?.Role).Distinct().ToList();
        return roles is [var role] ? role : null;
    }
}

/// <summary>The list of them.</summary>
public static class RequestTopics
{
    public const string Account = "account";
    public const string Inquiry = "inquiry";
    public const string Newsletter = "newsletter";
    public const string Conversation = "conversation";

    public static readonly IReadOnlyList<RequestTopic> All =
    [
        new(Account, ["accounts.users", "accounts.sign_in_names", "accounts.passkeys", "accounts.identities", "accounts.sessions", "accounts.sign_ins", "accounts.acceptances"]),
        new(Inquiry, ["privacy.inquiries"]),
        new(Newsletter, ["privacy.consents", "privacy.letters"]),
        new(Conversation, ["calls.calls", "calls.transcripts", "calls.analyses", "calls.uploads", "scoring.calls", "scoring.reviews"]),
    ];

    /// <summary>Topics that the operator of the installation answers.</summary>
    public static IEnumerable<string> Operators => All.Select(topic => topic.Name).Where(topic => RouteRequest.IsAtItsDesk(topic, RouteRequest.OperatorsDesk));

    public static RequestTopic? Find(string name) => All.SingleOrDefault(topic => topic.Name == name);
}
