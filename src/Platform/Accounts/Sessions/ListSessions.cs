using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

public sealed record SessionLine(Guid Id, string Device, string? Address, string Method, bool SecondFactor, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>Open sessions of the person who asks, the latest first.</summary>
public sealed class ListSessions(PlatformDb db, Actor actor, TenantCipher cipher, TimeProvider clock)
{
    public async Task<IReadOnlyList<SessionLine>> RunAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var now = clock.GetUtcNow();
        var rows = await db.Set<Session>().AsNoTracking()
            .Where(row => row.UserId == me && row.EndedAt == null && row.SeenAt > now - Session.Idle && row.CreatedAt > now - Session.Longest)
            .OrderByDescending(row => row.SeenAt).ToListAsync(ct);
        var lines = new List<SessionLine>(rows.Count);
        foreach (var row in rows)
        {
            var address = row.Address is null ? null : await cipher.OpenTextAsync(row.OrganizationId, Session.AddressColumn, row.Id, row.Address, ct);
            lines.Add(new(row.Id, row.Device, address, row.Method, row.SecondFactor, row.CreatedAt, row.SeenAt, row.Id == actor.SessionId));
        }

        return lines;
    }
}
