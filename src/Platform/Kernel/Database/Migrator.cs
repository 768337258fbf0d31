using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Earshot.Platform.Kernel.Database;

/// <summary>
/// Applies the numbered SQL files of <c>Migrations/</c> in order, each in its own transaction, under an advisory lock.
/// A file that changed after it was applied stops the start: migrations only add.
/// </summary>
public sealed class Migrator(DatabaseSettings settings)
{
    private const long LockId = 0x4541_5253_484F_54; // "EARSHOT"

    /// <returns>Names of the files that were applied now.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(settings.OwnerConnection);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockId})", ct);
        await PrepareAsync(connection, ct);
        var applied = await AppliedAsync(connection, ct);
        var now = new List<string>();
        foreach (var (name, sql) in Files())
        {
            if (await ApplyAsync(connection, name, sql, applied, ct))
            {
                now.Add(name);
            }
        }

        await ExecuteAsync(connection, $"select pg_advisory_unlock({LockId})", ct);
        return now;
    }

    internal static IEnumerable<(string Name, string Sql)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string folder = ".Migrations.";
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal))
            .Select(resource => (Name: resource[(resource.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..], resource))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (file.Name, Read(assembly, file.resource)));
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // The role name comes from the database name of the owner's own settings, the password is hexadecimal.
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(settings.AppRole);
        var exists = await ScalarAsync(connection, "select 1 from pg_roles where rolname = @name", settings.AppRole, ct) is not null;
        await ExecuteAsync(
            connection,
            $"{(exists ? "alter" : "create")} role {role} login nosuperuser nocreatedb nocreaterole nobypassrls password '{settings.AppPassword}'",
            ct);
        await ExecuteAsync(connection, "create schema if not exists kernel", ct);
        await ExecuteAsync(
            connection,
            "create table if not exists kernel.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
            ct);
    }

    private async Task<bool> ApplyAsync(
        NpgsqlConnection connection, string name, string sql, Dictionary<string, string> applied, CancellationToken ct)
    {
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        if (applied.TryGetValue(name, out var before))
        {
            return before == checksum
                ? false
                : throw new InvalidOperationException($"Migration {name} was changed after it was applied. Restore the file; put changes into a new one.");
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, sql.Replace("{app_role}", new NpgsqlCommandBuilder().QuoteIdentifier(settings.AppRole), StringComparison.Ordinal), ct);
        await using var record = new NpgsqlCommand("insert into kernel.migrations (name, checksum) values (@name, @checksum)", connection);
        record.Parameters.AddWithValue("name", name);
        record.Parameters.AddWithValue("checksum", checksum);
        await record.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name, checksum from kernel.migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(ct))
        {
            applied[reader.GetString(0)] = reader.GetString(1);
        }

        return applied;
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("name", name);
        return await command.ExecuteScalarAsync(ct);
    }
}
