using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <summary>A link by which a person who forgot the password sets a new one. It works once, for a day.</summary>
public sealed class OfferPassword(PlatformDb db, Actor actor, WriteLink write, AccountAudit audit)
{
    public async Task<Result<Invited>> RunAsync(Guid userId, CancellationToken ct)
    {
        if (await db.Set<User>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId && row.State == UserStates.Active, ct) is not { } user)
        {
            return AccountFailures.UserNotFound;
        }

        if (user.Role == Roles.Owner && !actor.Is(Roles.Owner))
        {
            return AccountFailures.RoleAboveYours;
        }

        var content = new LinkContent(LinkPurposes.Password, user.Role, TimeSpan.FromDays(1)) { UserId = userId, CreatedBy = actor.RequireUser() };
        var (link, token) = await write.RunAsync(user.OrganizationId, content, ct);
        await audit.RecordAsync("password.offered", "user", userId, userId, new { link = link.Id }, ct);
        await db.SaveChangesAsync(ct);
        return new Invited(link.Id, JoinPath.Of(token), link.ExpiresAt);
    }
}
