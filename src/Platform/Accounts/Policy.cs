using System.Security.Claims;

namespace Earshot.Platform.Accounts;

/// <summary>A right: the roles that have it and, where there is one, the scope of API keys that has it.</summary>
public sealed record Policy(string Name, IReadOnlyList<string> Roles, string? Scope = null)
{
    /// <summary>A session that must first set up its second factor has no right but <see cref="Policies.SignedIn"/>.</summary>
    public bool IsMetBy(ClaimsPrincipal user) =>
        (user.FindFirst(AccountClaims.Role)?.Value is { } role && Roles.Contains(role) && IsComplete(user))
        || (Scope is not null && user.HasClaim(AccountClaims.Scope, Scope));

    private bool IsComplete(ClaimsPrincipal user) => Name == Policies.SignedIn || !user.HasClaim(AccountClaims.MustEnrol, "true");
}
