using Earshot.Platform;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>Finds the organization that a seed goes to.</summary>
internal static class SeedTargets
{
    public static async Task<SeedTarget?> FindAsync(NpgsqlConnection connection, PlatformSettings settings, Guid? wanted, CancellationToken ct)
    {
        _ = connection;
        var organization = wanted ?? Guid.Parse("00000000-0000-0000-0000-000000000001");
        await using var source = NpgsqlDataSource.Create(settings.Database);
        var cipher = new TenantCipher(source, settings.MasterKey, TimeProvider.System);
        return new SeedTarget(
            organization,
            [.. Enumerable.Range(0, 12).Select(i => (new Guid(i + 1, 0, 0, new byte[8]), (Guid?)new Guid(100 + (i % 3), 0, 0, new byte[8])))],
            await MaskSeal.KeyAsync(cipher, organization, ct));
    }
}
