using System.Security.Claims;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Reads, for each request, whether a session still stands and what its person may do now. One query.</summary>
internal sealed class FindSession(PlatformDb db, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <returns>The principal; null when the session or the person is no more.</returns>
    public async Task<ClaimsPrincipal?> RunAsync(Guid sessionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await (
            from session in db.Set<Session>()
            join user in db.Set<User>() on session.UserId equals user.Id
            from organization in db.Set<Organization>()
            where session.Id == sessionId && session.EndedAt == null && organization.State != "closed" && user.State == UserStates.Active
                && session.SeenAt > now - Session.Idle && session.CreatedAt > now - Session.Longest
            select new Found(session.OrganizationId, user.Id, session.Id, session.SeenAt, user.Role, user.MaySeeRaw, user.Language, user.TimeZone,
                organization.RequiresSecondFactor && !session.SecondFactor)).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        if (now - found.SeenAt > SeenEvery)
        {
            await db.Set<Session>().Where(session => session.Id == sessionId).ExecuteUpdateAsync(row => row.SetProperty(session => session.SeenAt, now), ct);
            await db.Set<User>().Where(user => user.Id == found.User).ExecuteUpdateAsync(row => row.SetProperty(user => user.LastSeenAt, now), ct);
        }

        return found.ToPrincipal();
    }

    private sealed record Found(
        Guid Organization, Guid User, Guid Session, DateTimeOffset SeenAt, string Role, bool MaySeeRaw, string Language, string TimeZone, bool MustEnrol)
    {
        public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
            [
                new(AccountClaims.Organization, Organization.ToString()),
                new(AccountClaims.User, User.ToString()),
                new(AccountClaims.Session, Session.ToString()),
                new(AccountClaims.Role, Role),
                new(AccountClaims.MaySeeRaw, MaySeeRaw ? "true" : "false"),
                new(AccountClaims.MustEnrol, MustEnrol ? "true" : "false"),
                new(AccountClaims.Language, Language),
                new(AccountClaims.TimeZone, TimeZone),
            ],
            SessionCookie.Scheme, AccountClaims.User, AccountClaims.Role));
    }
}
