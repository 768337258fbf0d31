using System.Net;
using System.Security.Cryptography;
using System.Text;
using Earshot.Integration.Accounts;
using Earshot.Integration.Calls.Upload;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Backups;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Exit;
using Earshot.Platform.Privacy.KeyRotation;
using Earshot.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Kernel;

/// <summary>Keys change under a product that works, and keys of an organization that ended stay gone.</summary>
public sealed class KeyRotationTests
{
    private sealed class Silent : IProgress<(string What, long Moved)>
    {
        public void Report((string What, long Moved) value)
        {
        }
    }

    [Fact]
    public async Task Master_and_data_keys_change_while_calls_come_in_and_are_read_and_nothing_is_lost()
    {
        await using var product = await TestProduct.StartAsync(keepsKeyInFile: true);
        using var sender = await Sender.OfAsync(product);
        var organization = await OrganizationAsync(product);
        var first = product.Settings.MasterKey.Id;
        using var done = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 3).Select(writer => WriteAndReadAsync(sender, writer, done.Token)));

        for (var round = 0; round < 3; round++)
        {
            await RotateMasterAsync(product);
            await product.App.Services.GetRequiredService<TenantCipher>().RotateAsync(organization, default);
            await ResealAsync(product, organization, TimeSpan.Zero);
        }

        await done.CancelAsync();
        var calls = (await load).SelectMany(call => call).ToList();
        foreach (var call in calls)
        {
            Assert.Equal("done", (await sender.WaitAsync(call)).GetProperty("state").GetString());
        }

        var resealed = await ResealAsync(product, organization, ResealOrganization.Patience);
        Assert.True(calls.Count > 6, $"{calls.Count} calls");
        Assert.Equal((long)calls.Count, await AskAsync<long>(product, "select count(*) from calls.calls where customer_phone is not null"));
        Assert.Equal(calls.Count, await PhonesAsync(product, organization));
        Assert.NotEqual(first, product.Settings.MasterKey.Id);
        Assert.Single(product.Settings.MasterKey.Ids);
        Assert.Equal((3, 0), (resealed.Retired, resealed.Waiting));
        Assert.Equal(0L, await AskAsync<long>(product, $"select count(*) from kernel.data_keys where master_key_id <> '{product.Settings.MasterKey.Id}' and wrapped is not null"));
        Assert.True((await product.App.Services.GetRequiredService<VerifyAudit>().RunAsync(organization, default)) is { Problem: null or "not_chained" });
    }

    [Fact]
    public async Task Another_server_goes_on_through_a_rotation_and_after_the_old_key_is_forgotten()
    {
        await using var product = await TestProduct.StartAsync(keepsKeyInFile: true);
        using var owner = await People.OwnerAsync(product);
        var (there, _) = await OpenMasterKey.RunAsync(null, product.Settings.DataFolder, null, "ru", default);
        await using var source = new DatabaseSettings(product.Settings.Database, there).OpenApp();
        var cipher = new TenantCipher(source, there, TimeProvider.System);
        var organization = await OrganizationAsync(product);

        await RotateMasterAsync(product);
        source.Clear(); // new connections, with the new password

        var sealedBytes = await cipher.SealAsync(organization, "a", organization, "text", default);
        Assert.Equal("text", await product.App.Services.GetRequiredService<TenantCipher>().OpenTextAsync(organization, "a", organization, sealedBytes, default));
        Assert.Equal(product.Settings.MasterKey.Id, there.Id);
    }

    [Fact]
    public async Task A_rotation_that_was_cut_off_is_taken_up_and_makes_no_third_key()
    {
        await using var product = await TestProduct.StartAsync(keepsKeyInFile: true);
        using var owner = await People.OwnerAsync(product);
        await product.Settings.MasterKey.AddAsync(RandomNumberGenerator.GetBytes(32), default); // and then the machine died
        var begun = product.Settings.MasterKey.Id;

        await using var scope = product.App.Services.CreateAsyncScope();
        var moved = await scope.ServiceProvider.GetRequiredService<RotateMasterKey>().RunAsync(new Silent(), default);

        Assert.Equal((begun, 2), (product.Settings.MasterKey.Id, product.Settings.MasterKey.Ids.Count));
        Assert.True(moved >= 4, $"{moved} moved");
        Assert.Equal(0L, await scope.ServiceProvider.GetRequiredService<RotateMasterKey>().RunAsync(new Silent(), default));
    }

    [Fact]
    public async Task A_value_outside_the_list_keeps_its_key_from_being_destroyed()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var organization = await OrganizationAsync(product);
        var cipher = product.App.Services.GetRequiredService<TenantCipher>();
        var stray = Convert.ToHexString(await cipher.SealAsync(organization, "stray", organization, "text", default));
        await AskAsync<object>(product, $"create table calls.stray (x bytea); insert into calls.stray values ('\\x{stray}')");
        await cipher.RotateAsync(organization, default);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ResealAsync(product, organization, ResealOrganization.Patience));

        Assert.Contains("calls.stray.x", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_that_ended_after_the_backup_has_no_keys_and_no_content_once_it_is_restored()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var organization = await OrganizationAsync(product);
        var file = Path.Combine(product.Settings.DataFolder, "test.backup");
        await new WriteBackup(product.Settings, new DatabaseSettings(product.Settings.Database, product.Settings.MasterKey), product.Settings.MasterKey, TimeProvider.System).RunAsync(file, default);
        await product.App.Services.GetRequiredService<EraseOrganization>().RunAsync(organization, default);

        var fresh = product.Settings with { Database = await (await PostgresCluster.GetAsync()).NewDatabaseAsync() };
        var returned = await BackupCommand.RestoreAsync(fresh, file, default);

        await using var restored = NpgsqlDataSource.Create(fresh.Database);
        Assert.True(returned > 0);
        Assert.Empty(await EraseOrganization.ScanAsync(restored, organization, default));
    }

    private static async Task RotateMasterAsync(TestProduct product)
    {
        await using var scope = product.App.Services.CreateAsyncScope();
        var rotate = scope.ServiceProvider.GetRequiredService<RotateMasterKey>();
        await rotate.RunAsync(new Silent(), default);
        for (var patience = 0; await rotate.RetireAsync(new Silent(), default) > 0; patience++)
        {
            Assert.True(patience < 20, "keys come up under the old master key for ever");
        }
    }

    private static Task<Resealed> ResealAsync(TestProduct product, Guid organization, TimeSpan later)
    {
        var services = product.App.Services;
        var reseal = new ResealOrganization(
            services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<DatabaseSettings>(), services.GetRequiredService<TenantCipher>(), new SetClock(TimeProvider.System.GetUtcNow() + later));
        return reseal.RunAsync(organization, null, default);
    }

    private static async Task<List<string>> WriteAndReadAsync(Sender sender, int writer, CancellationToken done)
    {
        var calls = new List<string>();
        for (var number = 0; !done.IsCancellationRequested || number < 3; number++)
        {
            using var call = new StringContent(
                $$"""{"external_id":"{{writer}}-{{number}}","customer_phone":"+44 7700 90{{writer}}{{number:d3}}","recording_ground":"consent","language":"en","turns":[{"speaker":"agent","text":"good morning"}]}""",
                Encoding.UTF8, "application/json");
            var (status, body) = await sender.PostAsync(call);
            Assert.Equal(HttpStatusCode.Accepted, status);
            calls.Add(body.GetProperty("url").GetString() ?? "");
            using var read = await sender.Owner.GetAsync("/api/accounts/me/sessions");
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        return calls;
    }

    private static async Task<int> PhonesAsync(TestProduct product, Guid organization)
    {
        await using var source = NpgsqlDataSource.Create(product.Settings.Database);
        await using var select = source.CreateCommand("select id, customer_phone from calls.calls");
        await using var reader = await select.ExecuteReaderAsync();
        var found = 0;
        while (await reader.ReadAsync())
        {
            var phone = await product.App.Services.GetRequiredService<TenantCipher>().OpenTextAsync(organization, "calls.customer_phone", reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), default);
            found += phone.Contains("7700", StringComparison.Ordinal) ? 1 : 0;
        }

        return found;
    }

    private static async Task<Guid> OrganizationAsync(TestProduct product) => Guid.Parse(await AskAsync<string>(product, "select organization_id::text from accounts.users limit 1"));

    private static async Task<T> AskAsync<T>(TestProduct product, string sql)
    {
        await using var source = NpgsqlDataSource.Create(product.Settings.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default!; // nothing to answer with
    }
}
