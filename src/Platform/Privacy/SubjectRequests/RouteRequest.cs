using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Documents;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>Whose desk answers: that of the controller of the data (clause B38).</summary>
public static class RouteRequest
{
    /// <summary>The desk of the operator of the installation.</summary>
    public static readonly Guid OperatorsDesk = TenantCipher.Installation;

    /// <param name="role">The operator's role for these data, as in the data map.</param>
    /// <param name="organization">The company that the person spoke with; null: not known here.</param>
    /// <returns>Null: there is no desk for it here; only the company can tell the person theirs.</returns>
    public static Guid? Run(string? role, Guid? organization) => role switch
    {
        "controller" => OperatorsDesk,
        "processor" when organization != OperatorsDesk => organization,
        _ => null,
    };

    /// <summary>Whether a request about this lies where its controller is.</summary>
    public static bool IsAtItsDesk(string about, Guid desk) => Run(RequestTopics.Find(about)?.RoleIn(DataMap.Current), desk) == desk;
}
