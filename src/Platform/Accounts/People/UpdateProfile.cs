using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <param name="Phone">Optional; empty removes it.</param>
public sealed record UpdateProfileRequest(string Name, string Language, string TimeZone, string? Phone = null);

/// <summary>A person corrects own data (clause A41). What was there before is not kept.</summary>
public sealed class UpdateProfile(PlatformDb db, Actor actor, TenantCipher cipher, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(UpdateProfileRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        var me = actor.RequireUser();
        var user = await db.Set<User>().SingleAsync(row => row.Id == me, ct);
        user.Name = await cipher.SealAsync(user.OrganizationId, User.NameColumn, me, request.Name.Trim(), ct);
        user.Phone = request.Phone is { Length: > 0 } phone && PhoneNumber.Normal(phone) is { } number
            ? await cipher.SealAsync(user.OrganizationId, User.PhoneColumn, me, number, ct)
            : null;
        user.Language = request.Language;
        user.TimeZone = request.TimeZone;
        await audit.RecordAsync("profile.updated", "user", me, me, new { request.Language, request.TimeZone }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private static Failure? Refuse(UpdateProfileRequest request) => request switch
    {
        _ when !ProfileRules.IsName(request.Name) => AccountFailures.BadName,
        _ when !ProfileRules.IsLanguage(request.Language) => AccountFailures.BadLanguage,
        _ when !ProfileRules.IsTimeZone(request.TimeZone) => AccountFailures.BadTimeZone,
        { Phone.Length: > 0 } when PhoneNumber.Normal(request.Phone) is null => AccountFailures.BadPhone,
        _ => null,
    };
}
