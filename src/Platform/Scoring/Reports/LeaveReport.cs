using System.Buffers.Text;
using System.Security.Cryptography;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Scoring.Reports;

/// <summary>Ends a subscription by the link in its letter, with nobody signed in: organization, subscription, and a seal that only we can make.</summary>
public sealed class LeaveReport(IServiceScopeFactory scopes)
{
    private const int SealBytes = 32;
    private const string Purpose = "report links";

    /// <returns>False: the link is not ours. Leaving twice is leaving once.</returns>
    public async Task<bool> RunAsync(string? token, CancellationToken ct)
    {
        if (Read(token) is not var (organization, id, seal) || !await IsKnownAsync(organization, ct))
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<TenantContext>().Set(organization);
        var expected = await SealAsync(services.GetRequiredService<TenantCipher>(), organization, id, ct);
        if (!CryptographicOperations.FixedTimeEquals(seal, expected))
        {
            return false;
        }

        await RemoveAsync(services, id, ct);
        return true;
    }

    /// <summary>What stands in the link.</summary>
    internal static async Task<string> TokenAsync(TenantCipher cipher, Guid organization, Guid id, CancellationToken ct) =>
        Base64Url.EncodeToString([.. organization.ToByteArray(), .. id.ToByteArray(), .. await SealAsync(cipher, organization, id, ct)]);

    private static async Task<byte[]> SealAsync(TenantCipher cipher, Guid organization, Guid id, CancellationToken ct) =>
        HMACSHA256.HashData(await cipher.DeriveAsync(organization, Purpose, ct), id.ToByteArray());

    private static (Guid Organization, Guid Id, byte[] Seal)? Read(string? token)
    {
        var bytes = new byte[16 + 16 + SealBytes];
        return token is { Length: > 0 and < 200 } && Base64Url.IsValid(token, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? (new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), bytes[32..])
            : null;
    }

    // No keys are made for an organization that somebody invented.
    private async Task<bool> IsKnownAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct)).Any(known => known.Id == organization && known.State == "active");
    }

    private static async Task RemoveAsync(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Set<ReportSubscription>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
        {
            db.Remove(known);
            await services.GetRequiredService<AuditLog>().RecordAsync("report.unsubscribed", "report", id, "quality_control", known.UserId, null, ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
