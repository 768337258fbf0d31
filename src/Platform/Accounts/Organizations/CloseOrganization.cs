using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Organizations;

/// <param name="Name">The organization's name, typed: nobody closes one by a slip.</param>
public sealed record CloseOrganizationRequest(string Name);

/// <summary>
/// The owner closes the organization (clause E19): thirty days in which it can be opened again and takes no calls, then everything of it is
/// erased and its keys are destroyed. Handing it on makes a colleague its owner instead.
/// </summary>
public sealed class CloseOrganization(PlatformDb db, Actor actor, ConfirmIdentity confirm, AccountAudit audit, TimeProvider clock)
{
    internal static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    public async Task<Result<Done>> CloseAsync(CloseOrganizationRequest request, CancellationToken ct)
    {
        var organization = await db.Set<Organization>().SingleAsync(ct);
        if (organization.State != "active" || !string.Equals(request.Name.Trim(), organization.Name, StringComparison.OrdinalIgnoreCase))
        {
            return AccountFailures.OrganizationNotNamed;
        }

        if (!await confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        organization.State = "closing";
        organization.ClosingAt = clock.GetUtcNow() + Grace;
        return await SaveAsync("organization.closing", organization, ct);
    }

    public async Task<Result<Done>> ReopenAsync(CancellationToken ct)
    {
        var organization = await db.Set<Organization>().SingleAsync(ct);
        if (organization.State != "closing")
        {
            return AccountFailures.OrganizationNotClosing;
        }

        organization.State = "active";
        organization.ClosingAt = null;
        return await SaveAsync("organization.reopened", organization, ct);
    }

    /// <summary>The colleague becomes owner, and whoever asks becomes administrator.</summary>
    public async Task<Result<Done>> HandOnAsync(Guid userId, CancellationToken ct)
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

    private async Task<Result<Done>> SaveAsync(string action, Organization organization, CancellationToken ct)
    {
        await audit.RecordAsync(action, "organization", organization.OrganizationId, null, new { organization.ClosingAt }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
