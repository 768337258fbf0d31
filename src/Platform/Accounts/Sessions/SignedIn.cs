using System.Security.Claims;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>A session was opened. Give it to <see cref="SessionCookie.WriteAsync"/> before the response starts.</summary>
public sealed record SignedIn(Guid OrganizationId, Guid UserId, Guid SessionId)
{
    internal ClaimsPrincipal ToTicket() => new(new ClaimsIdentity(
        [
            new(AccountClaims.Organization, OrganizationId.ToString()),
            new(AccountClaims.User, UserId.ToString()),
            new(AccountClaims.Session, SessionId.ToString()),
        ],
        SessionCookie.Scheme, AccountClaims.User, AccountClaims.Role));
}
