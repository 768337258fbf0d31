using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

public sealed record Profile(Guid Id, string Name, string Email, string? Phone, string Role, string Language, string TimeZone, bool TwoFactorEnabled, bool HasPassword);

/// <summary>The person who asks.</summary>
public sealed class ReadProfile(PlatformDb db, Actor actor, TenantCipher cipher)
{
    public async Task<Profile> RunAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var user = await db.Set<User>().AsNoTracking().SingleAsync(row => row.Id == me, ct);
        return new Profile(
            user.Id,
            await cipher.OpenTextAsync(user.OrganizationId, User.NameColumn, user.Id, user.Name, ct),
            await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct),
            user.Phone is { } phone ? await cipher.OpenTextAsync(user.OrganizationId, User.PhoneColumn, user.Id, phone, ct) : null,
            user.Role, user.Language, user.TimeZone, user.TwoFactorEnabled, user.PasswordHash is not null);
    }
}
