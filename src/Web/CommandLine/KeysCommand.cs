using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.KeyRotation;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot keys</c>: the data keys of the organizations, each wrapped by the master key.</summary>
internal static class KeysCommand
{
    private static readonly Argument<Guid> Organization = new("ORGANIZATION") { Description = "Id of the organization." };

    public static Command Create()
    {
        var status = new Command("status", "Count the keys, and say under which master key they are.");
        status.SetAction((_, ct) => StatusAsync(ct));
        var rotate = new Command("rotate", "Seal what an organization stores from now on with a new key; what is stored stays readable and is sealed again in the background.") { Organization };
        rotate.SetAction((parsed, ct) => RotateAsync(parsed.GetValue(Organization), ct));
        var master = new Command("rotate-master", "Make a new master key and move everything that stands under the present one. Servers go on; run it again if it was cut off.");
        master.SetAction((_, ct) => GuardAsync(() => RotateMasterAsync(ct)));
        var retire = new Command("retire-master", "Forget the earlier master keys, once nothing is under them. Old backups need them: keep them where backups are not.");
        retire.SetAction((_, ct) => GuardAsync(() => RetireMasterAsync(ct)));
        var hand = new Command("hand-over", "Put the master key under the key service of EARSHOT_KMS, or seal it again with the newest version of its key.");
        hand.SetAction((_, ct) => GuardAsync(() => HandOverAsync(ct)));
        var reseal = new Command("reseal", "Seal again what an earlier data key sealed, then destroy that key. The server does it by itself within the hour.") { Organization };
        reseal.SetAction((parsed, ct) => GuardAsync(() => ResealAsync(parsed.GetValue(Organization), ct)));
        return new Command("keys", "Encryption keys: of the organizations, and the master key over them.") { status, rotate, reseal, master, retire, hand };
    }

    private static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (PlatformSettingsException bad)
        {
            await Terminal.Error.WriteLineAsync(bad.Message);
            return 2;
        }
    }

    private static async Task<int> RotateMasterAsync(CancellationToken ct)
    {
        await using var app = WebServer.Build(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), "http://127.0.0.1:0");
        await using var scope = app.Services.CreateAsyncScope();
        var moved = await scope.ServiceProvider.GetRequiredService<RotateMasterKey>().RunAsync(new MovedKeys(), ct);
        await Terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{moved} moved to master key {app.Services.GetRequiredService<MasterKey>().Id}. Running servers take it up within seconds; then: earshot keys retire-master"));
        return 0;
    }

    private static async Task<int> RetireMasterAsync(CancellationToken ct)
    {
        await using var app = WebServer.Build(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), "http://127.0.0.1:0");
        await using var scope = app.Services.CreateAsyncScope();
        var late = await scope.ServiceProvider.GetRequiredService<RotateMasterKey>().RetireAsync(new MovedKeys(), ct);
        await Terminal.Out.WriteLineAsync(late == 0
            ? $"Only master key {app.Services.GetRequiredService<MasterKey>().Id} is left."
            : string.Create(CultureInfo.InvariantCulture, $"{late} were still under an earlier key and are moved now; nothing is forgotten yet. Run this again."));
        return late == 0 ? 0 : 1;
    }

    private static async Task<int> ResealAsync(Guid organization, CancellationToken ct)
    {
        await using var app = WebServer.Build(await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct), "http://127.0.0.1:0");
        var done = await app.Services.GetRequiredService<ResealOrganization>().RunAsync(organization, new MovedValues(), ct);
        await Terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Values} values sealed again, {done.Retired} earlier keys destroyed{(done.Waiting == 0 ? "" : $", {done.Waiting} to be destroyed {ResealOrganization.Patience.TotalMinutes:f0} minutes after the rotation, when no process has them in memory")}."));
        return 0;
    }

    private static async Task<int> HandOverAsync(CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        await Terminal.Out.WriteLineAsync($"The master key is sealed in {await HandOverMasterKey.RunAsync(settings, ct)}; the plain file is gone. Restart the servers.");
        return 0;
    }

    private sealed class MovedValues : IProgress<long>
    {
        public void Report(long value) => Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} values"));
    }

    private sealed class MovedKeys : IProgress<(string What, long Moved)>
    {
        public void Report((string What, long Moved) value) => Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.What}: {value.Moved}"));
    }

    private static async Task<int> StatusAsync(CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await using var select = owner.CreateCommand(
            """
            select master_key_id, count(distinct organization_id) filter (where destroyed_at is null), count(*) filter (where is_active and destroyed_at is null),
              count(*) filter (where not is_active and destroyed_at is null), count(*) filter (where destroyed_at is not null)
            from kernel.data_keys group by master_key_id order by master_key_id
            """);
        await using var rows = await select.ExecuteReaderAsync(ct);
        var foreign = 0;
        while (await rows.ReadAsync(ct))
        {
            var isOwn = rows.GetString(0) == settings.MasterKey.Id;
            foreign += isOwn ? 0 : 1;
            await Terminal.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"master key {rows.GetString(0)}{(isOwn ? "" : " (NOT the present one)")}: {rows.GetInt64(1)} organizations, {rows.GetInt64(2)} active keys, {rows.GetInt64(3)} retired, {rows.GetInt64(4)} destroyed"));
        }

        return foreign == 0 ? 0 : 1;
    }

    private static async Task<int> RotateAsync(Guid organization, CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (!await HasKeysAsync(settings, organization, ct))
        {
            await Terminal.Error.WriteLineAsync($"No organization {organization} has keys here.");
            return 2;
        }

        await services.GetRequiredService<TenantCipher>().RotateAsync(organization, ct);
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("keys.rotated", "organization", organization, "security", null, null, ct);
        await db.SaveChangesAsync(ct);
        await Terminal.Out.WriteLineAsync("A new key seals from now on; running servers take it within five minutes, seal again what is stored, and destroy the earlier key within the hour.");
        return 0;
    }

    private static async Task<bool> HasKeysAsync(PlatformSettings settings, Guid organization, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await using var find = owner.CreateCommand("select exists (select from kernel.data_keys where organization_id = @organization and destroyed_at is null)");
        find.Parameters.AddWithValue("organization", organization);
        return await find.ExecuteScalarAsync(ct) is true;
    }
}
