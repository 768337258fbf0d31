using System.Text;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy;

/// <summary>
/// Remembers the ids of erased rows, in the database and in a file beside it, so that a database restored from an older backup still knows
/// what was erased since. The file holds ids alone.
/// </summary>
public sealed class KeepTombstones(PlatformDb db, PlatformSettings settings, TimeProvider clock)
{
    internal const string OrganizationHolder = "organization";

    private static readonly SemaphoreSlim Writing = new(1, 1);

    /// <summary>The file of an installation.</summary>
    public static string FileOf(PlatformSettings settings) => Path.Combine(settings.DataFolder, "tombstones.txt");

    /// <summary>Adds a row to the caller's transaction, and a line to the file at once: a line too many erases nothing that is still there.</summary>
    /// <param name="holder">Who erases it again.</param>
    /// <param name="table">Schema and table.</param>
    /// <param name="ids">Ids of the rows.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task AddAsync(string holder, string table, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        await AddRowsAsync(holder, table, ids, ct);
        await AppendAsync(settings, string.Concat(ids.Select(id => $"{db.Organization:n} {holder} {table} {id:n}\n")), ct);
    }

    /// <summary>Remembers that an organization ended: a restored database ends it again, keys and all.</summary>
    internal static Task AddOrganizationAsync(PlatformSettings settings, Guid organization, CancellationToken ct) =>
        AppendAsync(settings, $"{organization:n} {OrganizationHolder} accounts.organizations {organization:n}\n", ct);

    internal async Task AddRowsAsync(string holder, string table, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var known = await db.Set<Tombstone>().Where(row => row.TableName == table && ids.Contains(row.RowId)).Select(row => row.RowId).ToListAsync(ct);
        foreach (var id in ids.Except(known))
        {
            db.Add(new Tombstone { OrganizationId = db.Organization, TableName = table, RowId = id, Holder = holder, ErasedAt = clock.GetUtcNow() });
        }
    }

    private static async Task AppendAsync(PlatformSettings settings, string lines, CancellationToken ct)
    {
        await Writing.WaitAsync(ct);
        try
        {
            await using var file = new FileStream(FileOf(settings), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(Encoding.ASCII.GetBytes(lines), ct);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            Writing.Release();
        }
    }
}
