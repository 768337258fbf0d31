using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Backups;

/// <summary>
/// Dumps the database into an encrypted file; nothing of it touches a disk in clear. Recordings in work, the master key and the list of what
/// was erased are not in it: the first are short-lived, the other two must lie elsewhere to be of use.
/// </summary>
public sealed class WriteBackup(PlatformSettings settings, DatabaseSettings database, MasterKey master, TimeProvider clock)
{
    /// <summary>Writes beside the name and then moves: a file of this name is whole.</summary>
    /// <returns>Its size.</returns>
    /// <exception cref="BackupException">It could not be made.</exception>
    public async Task<long> RunAsync(string file, CancellationToken ct)
    {
        var fresh = file + ".part";
        try
        {
            var bytes = await WriteAsync(fresh, ct);
            File.Move(fresh, file, overwrite: true);
            return bytes;
        }
        catch (IOException full)
        {
            throw new BackupException($"The backup could not be written: {full.Message}");
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private async Task<long> WriteAsync(string file, CancellationToken ct)
    {
        var owner = new NpgsqlConnectionStringBuilder(settings.Database).Username ?? "";
        var header = BackupFormat.NewHeader(master, database.AppRole, owner, clock.GetUtcNow());
        using var dump = PostgresTool.Start("pg_dump", settings.Database, "--format=custom", "--compress=6", "--enable-row-security", "--no-password");
        try
        {
            dump.StandardInput.Close();
            var errors = dump.StandardError.ReadToEndAsync(ct);
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
            await using var target = new FileStream(file, options);
            var bytes = await BackupFormat.SealAsync(dump.StandardOutput.BaseStream, target, header, master, ct);
            await PostgresTool.FinishAsync(dump, errors, ct);
            target.Flush(flushToDisk: true);
            return bytes;
        }
        finally
        {
            if (!dump.HasExited)
            {
                dump.Kill();
            }
        }
    }
}
