using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Integration.Kernel;

public sealed class TenantIsolationTests
{
    [Fact]
    public async Task Every_table_with_an_organization_is_behind_row_level_security()
    {
        var settings = await MigratedAsync();

        var open = await ListAsync(settings.OwnerConnection, """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
            """);

        Assert.Empty(open);
    }

    [Fact]
    public async Task The_application_role_can_not_bypass_row_level_security()
    {
        var settings = await MigratedAsync();

        var rights = await ListAsync(settings.AppConnection, "select (rolsuper or rolbypassrls)::text from pg_roles where rolname = current_user");

        Assert.Equal(["false"], rights);
    }

    [Fact]
    public async Task Rows_of_another_organization_are_not_seen_and_can_not_be_written()
    {
        var settings = await MigratedAsync();
        await using var connection = new NpgsqlConnection(settings.AppConnection);
        await connection.OpenAsync();
        var mine = Guid.CreateVersion7();
        await RunAsync(connection, $"select set_config('app.tenant_id', '{mine}', false)");
        await RunAsync(connection, Insert(mine));

        await RunAsync(connection, $"select set_config('app.tenant_id', '{Guid.CreateVersion7()}', false)");

        Assert.Equal(0L, await ScalarAsync(connection, "select count(*) from calls.receipts"));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, Insert(mine)));
    }

    private static string Insert(Guid organization) =>
        $"insert into calls.receipts (organization_id, id, call_id, kind, reason, deleted_at, created_at) values ('{organization}', '{Guid.CreateVersion7()}', '{Guid.CreateVersion7()}', 'audio', 'transcribed', now(), now())";

    private static async Task<DatabaseSettings> MigratedAsync()
    {
        var cluster = await PostgresCluster.GetAsync();
        var settings = new DatabaseSettings(await cluster.NewDatabaseAsync(), new MasterKey(new byte[32]));
        await new Migrator(settings).RunAsync(default);
        return settings;
    }

    private static async Task<List<string>> ListAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
