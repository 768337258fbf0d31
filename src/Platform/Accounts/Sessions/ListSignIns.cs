using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

/// <param name="Outcome"><c>signed_in</c>, or the name of the failure.</param>
public sealed record SignInLine(DateTimeOffset At, string Method, string Outcome, string Device, string? Address);

/// <summary>History of sign-ins of the person who asks, the latest hundred (clause D05).</summary>
public sealed class ListSignIns(PlatformDb db, Actor actor, TenantCipher cipher)
{
    public async Task<IReadOnlyList<SignInLine>> RunAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var rows = await db.Set<SignInRecord>().AsNoTracking().Where(row => row.UserId == me).OrderByDescending(row => row.At).Take(100).ToListAsync(ct);
        var lines = new List<SignInLine>(rows.Count);
        foreach (var row in rows)
        {
            var address = row.Address is null ? null : await cipher.OpenTextAsync(row.OrganizationId, SignInRecord.AddressColumn, row.Id, row.Address, ct);
            lines.Add(new(row.At, row.Method, row.Outcome, row.Device, address));
        }

        return lines;
    }
}
