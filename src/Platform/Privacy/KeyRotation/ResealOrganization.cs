using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Privacy.KeyRotation;

/// <summary>What a run did.</summary>
/// <param name="Values">Values that were sealed again.</param>
/// <param name="Retired">Data keys that are destroyed now.</param>
/// <param name="Waiting">Data keys that other processes may still have in memory: they go with a later run.</param>
public sealed record Resealed(long Values, int Retired, int Waiting);

/// <summary>
/// After a rotation: seals with the present data key what an earlier one sealed, value by value and only where it is still the same, so that
/// the product reads and writes meanwhile; then destroys the earlier key. Can be cut off anywhere and begun again.
/// </summary>
public sealed class ResealOrganization(IServiceScopeFactory scopes, DatabaseSettings database, TenantCipher cipher, TimeProvider clock)
{
    /// <summary>Longer than a key stays in memory, and than a value takes from its sealing to its commit.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private const int Batch = 500;

    /// <param name="organization">Whose; all zeros: the installation.</param>
    /// <param name="progress">Told how many values so far.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Resealed> RunAsync(Guid organization, IProgress<long>? progress, CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        var earlier = await EarlierAsync(owner, organization, ct);
        var values = 0L;
        foreach (var column in earlier.Count == 0 ? [] : SealedColumns.All)
        {
            values += await ResealAsync(owner, organization, column, earlier, ct);
            progress?.Report(values);
        }

        var ripe = earlier.Where(key => clock.GetUtcNow() - key.Replaced >= Patience).ToList();
        foreach (var key in ripe)
        {
            await RetireAsync(owner, organization, key.Id, ct);
        }

        return new Resealed(values, ripe.Count, earlier.Count - ripe.Count);
    }

    /// <summary>Organizations that still have an earlier key; all zeros is the installation.</summary>
    internal async Task<IReadOnlyList<Guid>> ListAsync(CancellationToken ct)
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnection);
        await using var select = owner.CreateCommand("select distinct organization_id from kernel.data_keys where kind = 'data' and not is_active and wrapped is not null");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    private static async Task<List<(Guid Id, DateTimeOffset Replaced)>> EarlierAsync(NpgsqlDataSource owner, Guid organization, CancellationToken ct)
    {
        await using var select = owner.CreateCommand(
            "select id, coalesce(replaced_at, created_at) from kernel.data_keys where organization_id = @organization and kind = 'data' and not is_active and wrapped is not null");
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var found = new List<(Guid, DateTimeOffset)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return found;
    }

    private async Task<long> ResealAsync(NpgsqlDataSource owner, Guid organization, ResealedColumn column, List<(Guid Id, DateTimeOffset Replaced)> earlier, CancellationToken ct)
    {
        var values = 0L;
        if (column.IsInstallations && organization != TenantCipher.Installation)
        {
            return values;
        }

        while (await ListAsync(owner, organization, column, earlier, ct) is { Count: > 0 } rows)
        {
            foreach (var (row, old) in rows)
            {
                values += await SwapAsync(owner, organization, column, row, old, ct);
            }
        }

        return values;
    }

    private static async Task<List<(Guid Row, byte[] Sealed)>> ListAsync(
        NpgsqlDataSource owner, Guid organization, ResealedColumn column, List<(Guid Id, DateTimeOffset Replaced)> earlier, CancellationToken ct)
    {
        await using var select = owner.CreateCommand(
            $"""
            select {column.Row}, {column.Column} from {column.Table}
            where (organization_id = @organization or @all) and substring({column.Column} from 3 for 16) = any(@keys) limit @batch
            """);
        select.Parameters.AddWithValue("organization", organization);
        select.Parameters.AddWithValue("all", column.IsInstallations);
        select.Parameters.AddWithValue("keys", earlier.Select(key => key.Id.ToByteArray(bigEndian: true)).ToArray());
        select.Parameters.AddWithValue("batch", Batch);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, byte[])>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }

    // Whoever wrote in between has the last word: the value is then no longer the one that was read.
    private async Task<int> SwapAsync(NpgsqlDataSource owner, Guid organization, ResealedColumn column, Guid row, byte[] old, CancellationToken ct)
    {
        var plain = await cipher.OpenAsync(organization, column.Purpose, row, old, ct);
        await using var update = owner.CreateCommand(
            $"update {column.Table} set {column.Column} = @new where (organization_id = @organization or @all) and {column.Row} = @row and {column.Column} = @old");
        update.Parameters.AddWithValue("new", await cipher.SealAsync(organization, column.Purpose, row, plain, ct));
        update.Parameters.AddWithValue("organization", organization);
        update.Parameters.AddWithValue("all", column.IsInstallations);
        update.Parameters.AddWithValue("row", row);
        update.Parameters.AddWithValue("old", old);
        return await update.ExecuteNonQueryAsync(ct);
    }

    private async Task RetireAsync(NpgsqlDataSource owner, Guid organization, Guid key, CancellationToken ct)
    {
        if (await FindUseAsync(owner, key, ct) is { } used)
        {
            throw new InvalidOperationException($"Data key {key} is not destroyed: {used} still holds values under it.");
        }

        await using var destroy = owner.CreateCommand(
            "update kernel.data_keys set wrapped = null, destroyed_at = @now where organization_id = @organization and id = @key and not is_active and wrapped is not null");
        destroy.Parameters.AddWithValue("organization", organization);
        destroy.Parameters.AddWithValue("key", key);
        destroy.Parameters.AddWithValue("now", clock.GetUtcNow());
        if (await destroy.ExecuteNonQueryAsync(ct) == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("keys.retired", "data_key", key, "security", null, null, ct);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync(ct);
    }

    /// <summary>Looks at every column of bytes of every table, whether it is on the list or not.</summary>
    /// <returns>A column that holds a value under the key; null: there is none.</returns>
    internal static async Task<string?> FindUseAsync(NpgsqlDataSource owner, Guid key, CancellationToken ct)
    {
        foreach (var (table, column) in await ByteColumnsAsync(owner, ct))
        {
            await using var find = owner.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"select exists (select from {table} where substring({column} from 1 for 2) = '\\x0101' and substring({column} from 3 for 16) = @key)"));
            find.Parameters.AddWithValue("key", key.ToByteArray(bigEndian: true));
            if (table != "kernel.data_keys" && await find.ExecuteScalarAsync(ct) is true)
            {
                return $"{table}.{column}";
            }
        }

        return null;
    }

    private static async Task<List<(string Table, string Column)>> ByteColumnsAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var select = owner.CreateCommand(
            """
            select format('%I.%I', n.nspname, c.relname), quote_ident(a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.atttypid = 'bytea'::regtype and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
              and n.nspname in ('kernel', 'accounts', 'privacy', 'calls', 'scoring')
            """);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }
}
