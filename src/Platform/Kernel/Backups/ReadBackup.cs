using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>Puts a backup into an empty database. The whole file is checked before the first row is written.</summary>
public sealed class ReadBackup(MasterKey master)
{
    /// <summary>Opens every frame and looks at the end; writes nothing.</summary>
    /// <exception cref="BackupException">It can't be trusted.</exception>
    public async Task<BackupHeader> CheckAsync(string file, CancellationToken ct)
    {
        await using var source = File.OpenRead(file);
        var (header, digest) = await BackupFormat.ReadHeaderAsync(source, ct);
        await BackupFormat.OpenAsync(source, Stream.Null, header, digest, master, ct);
        return header;
    }

    /// <param name="file">The backup.</param>
    /// <param name="connection">The owner of an empty database.</param>
    /// <param name="appRole">Role of the product there.</param>
    /// <param name="ct">Stops the work; the database stays empty.</param>
    /// <exception cref="BackupException">It can't be trusted, or the database is not empty.</exception>
    public async Task RestoreAsync(string file, string connection, string appRole, CancellationToken ct)
    {
        var header = await CheckAsync(file, ct);
        var owner = new NpgsqlConnectionStringBuilder(connection).Username ?? "";
        await using var database = NpgsqlDataSource.Create(connection);
        await PrepareAsync(database, header, appRole, ct);
        await LoadAsync(file, connection, ct);
        await HandOverAsync(database, header.AppRole, appRole, ct);
        await HandOverAsync(database, header.OwnerRole, owner, ct);
    }

    // Policies and rights name roles, so they must be there first.
    private static async Task PrepareAsync(NpgsqlDataSource database, BackupHeader header, string appRole, CancellationToken ct)
    {
        await using var filled = database.CreateCommand("select to_regnamespace('kernel') is not null or to_regnamespace('accounts') is not null");
        if (await filled.ExecuteScalarAsync(ct) is true)
        {
            throw new BackupException("The database is not empty. Restore into a fresh one: createdb NAME, and set EARSHOT_DATABASE to it.");
        }

        foreach (var role in new[] { header.AppRole, header.OwnerRole, appRole }.Distinct())
        {
            await using var create = database.CreateCommand(
                $"do $$ begin if not exists (select from pg_roles where rolname = {Literal(role)}) then create role {Identifier(role)} nologin; end if; end $$");
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task LoadAsync(string file, string connection, CancellationToken ct)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database ?? "";
        using var restore = PostgresTool.Start("pg_restore", connection, "--dbname", name, "--single-transaction", "--exit-on-error", "--no-owner", "--no-comments", "--no-password");
        try
        {
            var errors = restore.StandardError.ReadToEndAsync(ct);
            await FeedAsync(file, restore.StandardInput.BaseStream, ct);
            await PostgresTool.FinishAsync(restore, errors, ct);
        }
        finally
        {
            if (!restore.HasExited)
            {
                restore.Kill();
            }
        }
    }

    // A reader that stopped tells why by itself.
    private async Task FeedAsync(string file, Stream target, CancellationToken ct)
    {
        await using var source = File.OpenRead(file);
        var (header, digest) = await BackupFormat.ReadHeaderAsync(source, ct);
        try
        {
            await BackupFormat.OpenAsync(source, target, header, digest, master, ct);
            await target.DisposeAsync();
        }
        catch (IOException gone) when (gone is not FileNotFoundException)
        {
            return;
        }
    }

    // Another name of the database has another role: policies are told, rights are inherited.
    private static async Task HandOverAsync(NpgsqlDataSource database, string from, string to, CancellationToken ct)
    {
        if (from == to)
        {
            return;
        }

        await using var hand = database.CreateCommand(
            $"""
            do $$ declare p record; begin
              for p in select schemaname, tablename, policyname from pg_policies where roles = array[{Literal(from)}]::name[] loop
                execute format('alter policy %I on %I.%I to %I', p.policyname, p.schemaname, p.tablename, {Literal(to)});
              end loop;
              execute format('grant %I to %I', {Literal(from)}, {Literal(to)});
            end $$
            """);
        await hand.ExecuteNonQueryAsync(ct);
    }

    private static string Identifier(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
