using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Backups;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Earshot.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Kernel;

/// <summary>A backup of a real database, restored into an empty one.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task What_was_erased_after_the_backup_does_not_come_back_and_the_rest_does()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        using var kept = await owner.PostAsync("/api/accounts/agents", new { name = "Kept Agent" });
        using var erased = await owner.PostAsync("/api/accounts/agents", new { name = "Erased Agent", externalId = "17" });
        var gone = (await erased.Content.ReadAsStringAsync()).Trim('"');
        var file = Path.Combine(product.Settings.DataFolder, "test.backup");
        await new WriteBackup(product.Settings, new DatabaseSettings(product.Settings.Database, product.Settings.MasterKey), product.Settings.MasterKey, TimeProvider.System).RunAsync(file, default);
        await EraseAsync(product, Guid.Parse(gone));

        var fresh = product.Settings with { Database = await (await PostgresCluster.GetAsync()).NewDatabaseAsync() };
        var returned = await BackupCommand.RestoreAsync(fresh, file, default);

        Assert.True(returned > 0);
        Assert.Equal(0L, await CountAsync(fresh.Database, $"select count(*) from accounts.agent_names where agent_id = '{gone}'"));
        Assert.Equal(2L, await CountAsync(fresh.Database, "select count(*) from accounts.agents"));
        Assert.Equal(1L, await CountAsync(fresh.Database, "select count(*) from accounts.users"));
        Assert.True(new FileInfo(file).Length > 1000);
        Assert.DoesNotContain("organizations", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_database_with_something_in_it_is_left_alone()
    {
        await using var product = await TestProduct.StartAsync();
        var file = Path.Combine(product.Settings.DataFolder, "test.backup");
        await new WriteBackup(product.Settings, new DatabaseSettings(product.Settings.Database, product.Settings.MasterKey), product.Settings.MasterKey, TimeProvider.System).RunAsync(file, default);

        var refused = await Assert.ThrowsAsync<BackupException>(() => BackupCommand.RestoreAsync(product.Settings, file, default));

        Assert.Contains("not empty", refused.Message);
    }

    [Fact]
    public async Task Backups_are_made_by_the_clock_and_deleted_when_their_life_is_over()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var product = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        var folder = Path.Combine(product.Settings.DataFolder, "backups");
        var task = ActivatorUtilities.CreateInstance<MakeBackups>(product.Services, new BackupSettings(folder, TimeSpan.FromHours(24), TimeSpan.FromDays(30)));

        await task.RunAsync(default);
        clock.Now = clock.Now.AddHours(23);
        await task.RunAsync(default);
        var early = Directory.GetFiles(folder).Length;
        clock.Now = clock.Now.AddHours(2);
        await task.RunAsync(default);
        var daily = Directory.GetFiles(folder).Length;
        clock.Now = clock.Now.AddDays(31);
        await task.RunAsync(default);

        Assert.Equal((1, 2, 1), (early, daily, Directory.GetFiles(folder).Length)); // the clock of files is the machine's
        Assert.Equal(2L, await product.AskAsync<long>("select count(*) from kernel.backups where deleted_at is not null and failure is null"));
    }

    [Fact]
    public async Task A_drill_restores_checks_and_leaves_nothing_but_its_record()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        var file = Path.Combine(product.Settings.DataFolder, "test.backup");
        await new WriteBackup(product.Settings, new DatabaseSettings(product.Settings.Database, product.Settings.MasterKey), product.Settings.MasterKey, TimeProvider.System).RunAsync(file, default);

        Assert.Equal(0, await BackupCommand.DrillAsync(product.Settings, new FileInfo(file), default));

        Assert.Equal(1L, await CountAsync(product.Settings.Database, "select count(*) from kernel.backups where kind = 'drill' and failure is null"));
        Assert.Equal(0L, await CountAsync(product.Settings.Database, "select count(*) from pg_database where datname like 'earshot_drill_%'"));
    }

    // As the module of personal data does it: the row is emptied, its id is kept in the file.
    private static async Task EraseAsync(TestProduct product, Guid agent)
    {
        var organization = await AskAsync(product.Settings.Database, $"select organization_id from accounts.agents where id = '{agent}'");
        await AskAsync(product.Settings.Database, $"delete from accounts.agent_names where agent_id = '{agent}'");
        await File.AppendAllTextAsync(KeepTombstones.FileOf(product.Settings), $"{organization:n} agents accounts.agents {agent:n}\n{organization:n} agents accounts.agent_names {agent:n}\n");
    }

    private static async Task<long> CountAsync(string database, string sql) => await AskAsync(database, sql) is long count ? count : -1;

    private static async Task<object?> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
