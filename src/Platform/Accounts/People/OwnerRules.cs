using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <summary>Only owners touch owners, and one owner always stays. Run it in a transaction: it locks the organization's row.</summary>
public sealed class OwnerRules(PlatformDb db, Actor actor)
{
    /// <param name="becomes">The role after the change; null: no access at all.</param>
    internal async Task<Failure?> RefuseAsync(User user, string? becomes, CancellationToken ct)
    {
        var touchesOwner = user.Role == Roles.Owner || becomes == Roles.Owner;
        if (!touchesOwner)
        {
            return null;
        }

        if (!actor.Is(Roles.Owner))
        {
            return AccountFailures.RoleAboveYours;
        }

        // Two owners who take each other's role at the same moment would leave none.
        await db.Database.ExecuteSqlAsync($"select 1 from accounts.organizations where organization_id = {user.OrganizationId} for update", ct);
        return becomes != Roles.Owner && user.State == UserStates.Active
            && !await db.Set<User>().AnyAsync(other => other.Id != user.Id && other.Role == Roles.Owner && other.State == UserStates.Active, ct)
            ? AccountFailures.LastOwner
            : null;
    }
}
