using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <summary>Closes an account: all sessions end at once. Can be opened again for thirty days.</summary>
public sealed class DeactivateUser(PlatformDb db, OwnerRules owners, EndSessions sessions, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Guid userId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.Id == userId, ct) is not { } user)
        {
            return AccountFailures.UserNotFound;
        }

        if (await owners.RefuseAsync(user, becomes: null, ct) is { } refused)
        {
            return refused;
        }

        user.State = UserStates.Deactivated;
        user.DeactivatedAt ??= clock.GetUtcNow();
        user.SecurityStamp = Guid.NewGuid().ToString("n");
        await sessions.AllAsync(userId, except: null, ct);
        await audit.RecordAsync("user.deactivated", "user", userId, userId, new { user.Role }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
