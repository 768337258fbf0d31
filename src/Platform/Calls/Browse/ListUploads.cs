using System.Security.Cryptography;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>A file or request that came in, also one that was refused.</summary>
public sealed record UploadLine(
    Guid Id, Guid? CallId, string? FileName, string Source, string State, string? Reason, string? Detail, long Size, long Received, DateTimeOffset CreatedAt, string? CallState);

/// <summary>A page of the history, newest first.</summary>
/// <param name="Lines">The uploads.</param>
/// <param name="Older">Id of the last one; null on the last page.</param>
public sealed record UploadList(IReadOnlyList<UploadLine> Lines, Guid? Older);

/// <summary>Lists what came in, by every way.</summary>
public sealed class ListUploads(PlatformDb db, TenantContext tenant, TenantCipher cipher)
{
    private const int PageSize = 50;
    private const string FileNamePurpose = "calls.uploads.file_name";

    /// <param name="before">Show those that are older than this one; null: from the newest.</param>
    /// <param name="ct">Stops the query.</param>
    public async Task<UploadList> RunAsync(Guid? before, CancellationToken ct)
    {
        var rows = await RowsAsync(before, ct);
        var lines = new List<UploadLine>(PageSize);
        foreach (var row in rows.Take(PageSize))
        {
            lines.Add(new UploadLine(
                row.Id, row.CallId, await NameAsync(row, ct), row.Source, row.State, row.Reason, row.Detail, row.Size, row.Received, row.CreatedAt, row.CallState));
        }

        return new UploadList(lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    private Task<List<Row>> RowsAsync(Guid? before, CancellationToken ct) =>
        db.Database.SqlQuery<Row>(
            $"""
            select u.id as "Id", u.call_id as "CallId", u.file_name as "FileName", u.source as "Source", u.state as "State", u.reason as "Reason",
              u.detail as "Detail", u.size as "Size", u.received as "Received", u.created_at as "CreatedAt", c.state as "CallState"
            from calls.uploads u left join calls.calls c on c.organization_id = u.organization_id and c.id = u.call_id
            where u.organization_id = kernel.current_tenant()
              and ({before}::uuid is null or (u.created_at, u.id) < (
                select b.created_at, b.id from calls.uploads b where b.organization_id = kernel.current_tenant() and b.id = {before}))
            order by u.created_at desc, u.id desc limit {PageSize + 1}
            """).ToListAsync(ct);

    private async Task<string?> NameAsync(Row row, CancellationToken ct)
    {
        try
        {
            return row.FileName is { } name ? await cipher.OpenTextAsync(tenant.OrganizationId, FileNamePurpose, row.Id, name, ct) : null;
        }
        catch (CryptographicException)
        {
            return null; // sealed under a key that was destroyed since: the line stays, its name is gone
        }
    }

    private sealed record Row(
        Guid Id, Guid? CallId, byte[]? FileName, string Source, string State, string? Reason, string? Detail, long Size, long Received, DateTimeOffset CreatedAt,
        string? CallState);
}
