using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Organizations;

/// <summary>Hands the organization on: a colleague becomes its owner, and whoever asks becomes administrator.</summary>
public sealed class HandOnOrganization(PlatformDb db, Actor actor, ConfirmIdentity confirm, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(Guid userId, CancellationToken ct)
    {
        var me = actor.RequireUser();
        if (!await confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        if (userId == me || await db.Set<User>().SingleOrDefaultAsync(row => row.Id == userId && row.State == UserStates.Active, ct) is not { } heir)
        {
            return AccountFailures.UserNotFound;
        }

        var giver = await db.Set<User>().SingleAsync(row => row.Id == me, ct);
        (heir.Role, giver.Role) = (Roles.Owner, Roles.Admin);
        await audit.RecordAsync("organization.handed_on", "user", userId, userId, new { from = me }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
