using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Exit;

/// <summary>Everything of the organization, opened, as JSON lines in a ZIP file; each line names its table.</summary>
public sealed class ExportOrganization(FindPerson find, PlatformDb db, AuditLog audit)
{
    private const int Page = 200;

    // What everything else hangs on.
    private static readonly string[] Roots = ["accounts.users", "accounts.agents", "accounts.links", "privacy.requests", "privacy.letters", "privacy.consents", "calls.uploads", "calls.calls"];

    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Writes the archive as it is read: nothing opened touches a disk.</summary>
    public async Task RunAsync(Stream output, CancellationToken ct)
    {
        await find.ShowRestrictedAsync(ct);
        await audit.RecordAsync("organization.exported", "organization", db.Organization, "contract", null, null, ct);
        await db.SaveChangesAsync(ct);
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await using var entry = await zip.CreateEntry("organization.jsonl", CompressionLevel.Fastest).OpenAsync(ct);
        await using var lines = new StreamWriter(entry, new UTF8Encoding(false));
        var written = new HashSet<(string, Guid)>();
        foreach (var root in Roots)
        {
            var after = Guid.Empty;
            while (await IdsAsync(root, after, ct) is { Count: > 0 } ids)
            {
                await WriteAsync(lines, ids, written, ct);
                after = ids[^1];
            }
        }
    }

    private async Task WriteAsync(StreamWriter lines, List<Guid> ids, HashSet<(string, Guid)> written, CancellationToken ct)
    {
        foreach (var holder in find.Holders)
        {
            foreach (var record in (await holder.FindAsync(PersonKeys.Linked(ids), ct)).Where(record => written.Add((record.Table, record.Id))))
            {
                await lines.WriteLineAsync(JsonSerializer.Serialize(record, Lines).AsMemory(), ct);
            }
        }
    }

    private Task<List<Guid>> IdsAsync(string table, Guid after, CancellationToken ct) => table switch
    {
        "accounts.users" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from accounts.users where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "accounts.agents" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from accounts.agents where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "accounts.links" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from accounts.links where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "privacy.requests" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from privacy.requests where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "privacy.letters" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from privacy.letters where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "privacy.consents" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from privacy.consents where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        "calls.uploads" => db.Database.SqlQuery<Guid>($"select id as \"Value\" from calls.uploads where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
        _ => db.Database.SqlQuery<Guid>($"select id as \"Value\" from calls.calls where organization_id = kernel.current_tenant() and id > {after} order by id limit {Page}").ToListAsync(ct),
    };
}
