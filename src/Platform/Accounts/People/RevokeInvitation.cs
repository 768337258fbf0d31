using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <summary>An invitation that nobody accepted yet works no more.</summary>
public sealed class RevokeInvitation(PlatformDb db, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        var link = await db.Set<Link>().SingleOrDefaultAsync(row => row.Id == id && row.Purpose == LinkPurposes.Invitation, ct);
        if (link?.IsOpen(clock.GetUtcNow()) != true)
        {
            return AccountFailures.LinkSpent;
        }

        link.RevokedAt = clock.GetUtcNow();
        await audit.RecordAsync("user.invitation_revoked", "link", id, null, new { link.Role }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
