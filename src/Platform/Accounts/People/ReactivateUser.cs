using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <summary>Opens a closed account again.</summary>
public sealed class ReactivateUser(PlatformDb db, Actor actor, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(Guid userId, CancellationToken ct)
    {
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.Id == userId, ct) is not { } user)
        {
            return AccountFailures.UserNotFound;
        }

        if (user.Role == Roles.Owner && !actor.Is(Roles.Owner))
        {
            return AccountFailures.RoleAboveYours;
        }

        user.State = UserStates.Active;
        user.DeactivatedAt = null;
        await audit.RecordAsync("user.reactivated", "user", userId, userId, new { user.Role }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
