using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

public sealed record InvitationLine(Guid Id, string? Email, string Role, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Invitations that can still be accepted.</summary>
public sealed class ListInvitations(PlatformDb db, TenantCipher cipher, TimeProvider clock)
{
    public async Task<IReadOnlyList<InvitationLine>> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var links = await db.Set<Link>().AsNoTracking()
            .Where(row => row.Purpose == LinkPurposes.Invitation && row.UsedAt == null && row.RevokedAt == null && row.ExpiresAt > now)
            .OrderByDescending(row => row.CreatedAt).ToListAsync(ct);
        var lines = new List<InvitationLine>(links.Count);
        foreach (var link in links)
        {
            var email = link.Email is { } sealedEmail ? await cipher.OpenTextAsync(link.OrganizationId, Link.EmailColumn, link.Id, sealedEmail, ct) : null;
            lines.Add(new(link.Id, email, link.Role, link.CreatedAt, link.ExpiresAt));
        }

        return lines;
    }
}
