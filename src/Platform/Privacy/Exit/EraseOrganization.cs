using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Receipts;
using Earshot.Platform.Privacy.Retention;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Privacy.Exit;

/// <summary>
/// Erases an organization: every table in batches, its watched folder, its keys; then scans, and signs a certificate of what the scan
/// found. It can be stopped anywhere and begun again. As the rights of the product's role do not reach that far, the owner of the database
/// does it.
/// </summary>
internal sealed class EraseOrganization(IServiceScopeFactory scopes, PlatformSettings settings, TenantCipher cipher, TimeProvider clock)
{
    /// <returns>Id of the certificate.</returns>
    public async Task<Guid> RunAsync(Guid organization, CancellationToken ct)
    {
        await KeepTombstones.AddOrganizationAsync(settings, organization, ct);
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await KeepContractAsync(owner, organization, ct);
        await EmptyTables.RunAsync(owner, organization, await EmptyTables.ListAsync(owner, ExitTables.Kept.Keys, ct), (table, rows) => NoteAsync(owner, organization, table, rows, ct), ct);
        RemoveFolder(organization);
        await cipher.DestroyAsync(organization, ct);
        await CloseAsync(owner, organization, ct);
        return await CertifyAsync(owner, organization, ct);
    }

    /// <summary>In a restored database: erases what came back of an organization that has ended since, its keys included.</summary>
    /// <returns>Rows and keys that had come back.</returns>
    public async Task<int> AgainAsync(Guid organization, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        var returned = (await ScanAsync(owner, organization, ct)).Values.Sum();
        if (returned > 0)
        {
            await RunAsync(organization, ct);
        }

        return (int)returned;
    }

    /// <summary>Rows of an organization that should not be there any more, by table; rows and usable keys.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ScanAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        var left = new Dictionary<string, long>();
        foreach (var table in await EmptyTables.ListAsync(owner, ExitTables.Kept.Keys, ct))
        {
            left[table] = await CountAsync(owner, $"select count(*) from {table} where organization_id = @organization", organization, ct);
        }

        left["usable keys"] = await CountAsync(owner, "select count(*) from kernel.data_keys where organization_id = @organization and wrapped is not null", organization, ct);
        return left.Where(table => table.Value > 0).ToDictionary();
    }

    private async Task NoteAsync(NpgsqlDataSource owner, Guid organization, string table, long rows, CancellationToken ct)
    {
        await using var note = owner.CreateCommand(
            """
            insert into privacy.exit_steps (organization_id, table_name, rows, done_at) values (@organization, @table, @rows, @now)
            on conflict (organization_id, table_name) do update set rows = exit_steps.rows + excluded.rows, done_at = excluded.done_at
            """);
        note.Parameters.AddWithValue("organization", organization);
        note.Parameters.AddWithValue("table", table);
        note.Parameters.AddWithValue("rows", rows);
        note.Parameters.AddWithValue("now", clock.GetUtcNow());
        await note.ExecuteNonQueryAsync(ct);
    }

    // The contract outlives the organization's own keys by three years.
    private async Task KeepContractAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select name, region from accounts.organizations where organization_id = @organization and state <> 'closed'");
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return;
        }

        var record = JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = reader.GetString(0), ["region"] = reader.GetString(1) });
        await reader.DisposeAsync();
        await using var keep = owner.CreateCommand(
            "insert into privacy.contract_records (organization_id, id, record, ended_at) values (@organization, @organization, @record, @now) on conflict do nothing");
        keep.Parameters.AddWithValue("organization", organization);
        keep.Parameters.AddWithValue("record", await cipher.SealAsync(TenantCipher.Installation, "privacy.contract_records.record", organization, record, ct));
        keep.Parameters.AddWithValue("now", clock.GetUtcNow());
        await keep.ExecuteNonQueryAsync(ct);
    }

    private void RemoveFolder(Guid organization)
    {
        var inbox = Path.Combine(settings.InboxFolder, organization.ToString());
        if (Directory.Exists(inbox))
        {
            Directory.Delete(inbox, recursive: true);
        }
    }

    private static async Task CloseAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        await using var close = owner.CreateCommand("update accounts.organizations set state = 'closed', name = '–' where organization_id = @organization");
        close.Parameters.AddWithValue("organization", organization);
        await close.ExecuteNonQueryAsync(ct);
    }

    private async Task<Guid> CertifyAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        var left = await ScanAsync(owner, organization, ct);
        var kept = new Dictionary<string, long>();
        foreach (var table in (await EmptyTables.ListAsync(owner, [], ct)).Where(ExitTables.Kept.ContainsKey))
        {
            kept[table] = await CountAsync(owner, $"select count(*) from {table} where organization_id = @organization", organization, ct);
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var certificate = await scope.ServiceProvider.GetRequiredService<WriteErasureReceipt>()
            .RunAsync(ErasureReceipt.Organization, organization.ToString(), await StatementAsync(owner, organization, left, kept, ct), ct);
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("organization.erased", "organization", organization, "retention", null, null, ct);
        await db.SaveChangesAsync(ct);
        return certificate;
    }

    private async Task<JsonObject> StatementAsync(
        NpgsqlDataSource owner, Guid organization, IReadOnlyDictionary<string, long> left, Dictionary<string, long> kept, CancellationToken ct) => new()
    {
        ["erased"] = await ErasedAsync(owner, organization, ct),
        ["left"] = new JsonArray([.. left.Select(table => (JsonNode)new JsonObject { ["table"] = table.Key, ["rows"] = table.Value })]),
        ["kept"] = new JsonArray([.. kept.Where(table => table.Value > 0).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => (JsonNode)Kept(table.Key, table.Value))]),
        ["keys"] = "destroyed",
        ["backups_until"] = SignReceipt.Moment(clock.GetUtcNow() + PersonalData.ErasePerson.BackupLife),
    };

    private static JsonObject Kept(string table, long rows)
    {
        var hold = LegalHolds.Of(ExitTables.Kept[table]);
        return new JsonObject { ["table"] = table, ["rows"] = rows, ["why"] = hold.Why, ["limit"] = RetentionTimers.All.Single(timer => timer.Id == hold.Timer).Limit.ToString() };
    }

    private static async Task<JsonArray> ErasedAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select table_name, rows from privacy.exit_steps where organization_id = @organization and rows > 0 order by table_name");
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var tables = new JsonArray();
        while (await reader.ReadAsync(ct))
        {
            tables.Add((JsonNode)new JsonObject { ["table"] = reader.GetString(0), ["rows"] = reader.GetInt64(1) });
        }

        return tables;
    }

    private static async Task<long> CountAsync(NpgsqlDataSource owner, string sql, Guid organization, CancellationToken ct)
    {
        await using var count = owner.CreateCommand(sql);
        count.Parameters.AddWithValue("organization", organization);
        return Convert.ToInt64(await count.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
