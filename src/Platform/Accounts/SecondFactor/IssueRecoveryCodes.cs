using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>Makes the codes for the day when authenticator and passkeys are lost. Only their digests are kept.</summary>
public sealed class IssueRecoveryCodes(PlatformDb db)
{
    private const int Codes = 10;

    /// <summary>New codes instead of all before. Saves.</summary>
    internal async Task<IReadOnlyList<string>> RenewAsync(User user, CancellationToken ct)
    {
        await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync(ct);
        var codes = Enumerable.Range(0, Codes).Select(_ => NewCode()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { OrganizationId = user.OrganizationId, UserId = user.Id, Hash = CheckCode.RecoveryHash(user.Id, code) }));
        await db.SaveChangesAsync(ct);
        return codes;
    }

    /// <summary>Codes for a person who has none; nothing for one who has. Saves.</summary>
    internal async Task<IReadOnlyList<string>> FirstAsync(User user, CancellationToken ct) =>
        await db.Set<RecoveryCode>().AnyAsync(row => row.UserId == user.Id, ct) ? [] : await RenewAsync(user, ct);

    // 80 random bits: guessing is hopeless, so a fast digest is enough.
    private static string NewCode()
    {
        var text = Totp.ToBase32(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant();
        return new StringBuilder(text).Insert(12, '-').Insert(8, '-').Insert(4, '-').ToString();
    }
}
