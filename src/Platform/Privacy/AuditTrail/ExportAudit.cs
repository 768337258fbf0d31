using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.AuditTrail;

/// <summary>
/// Writes a stretch of the log as JSON lines, one event each in the order of the chain, and a last line that this installation signs. The
/// file is checked with <c>earshot audit verify --file</c>, without a database and without us. The export is an event itself.
/// </summary>
public sealed class ExportAudit(PlatformDb db, AuditLog audit, SignReceipt sign)
{
    internal const string Kind = "audit_export";
    private const int Batch = 2000;

    // An exact copy: letters stay letters.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Events that were written.</returns>
    public async Task<long> RunAsync(DateOnly? from, DateOnly? to, Stream target, CancellationToken ct)
    {
        var filter = new AuditFilter(From: from, To: to);
        var (first, last) = await StretchAsync(filter, ct);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (events, head) = (0L, "");
        for (var seq = first; seq <= last;)
        {
            var lines = await ReadAsync(seq, last, ct);
            foreach (var line in lines)
            {
                await WriteAsync(target, digest, JsonSerializer.Serialize(line, Json), ct);
                (events, head) = (events + 1, line.Hash);
            }

            seq = lines.Count > 0 ? lines[^1].Seq + 1 : last + 1;
        }

        await target.WriteAsync(Encoding.UTF8.GetBytes(await SignAsync(events, first, head, digest, ct)), ct);
        await audit.WriteAsync("audit.exported", "organization", db.Organization, "security", JsonSerializer.Serialize(new { events }), ct);
        return events;
    }

    private async Task<(long First, long Last)> StretchAsync(AuditFilter filter, CancellationToken ct)
    {
        var (since, until) = (filter.Since, filter.Until);
        var found = await db.Database.SqlQuery<Stretch>(
            $"""
            select coalesce(min(seq), 1) as "First", coalesce(max(seq), 0) as "Last" from kernel.audit_chain
            where organization_id = kernel.current_tenant() and at >= {since} and at < {until}
            """).SingleAsync(ct);
        return (found.First, found.Last);
    }

    private Task<List<AuditFileLine>> ReadAsync(long from, long last, CancellationToken ct) => db.Database.SqlQuery<AuditFileLine>(
        $"""
        select c.seq as "Seq", e.organization_id as "Organization", e.id as "Id", e.at as "At", e.actor_kind as "ActorKind", e.actor_id as "ActorId", e.action as "Action",
          e.object_kind as "ObjectKind", e.object_id as "ObjectId", e.subject_id as "SubjectId", e.purpose as "Purpose", e.details::text as "Details",
          encode(e.person, 'hex') as "Person", encode(c.previous, 'hex') as "Previous", encode(c.hash, 'hex') as "Hash"
        from kernel.audit_chain c join kernel.audit_events e on e.organization_id = c.organization_id and e.at = c.at and e.id = c.event_id
        where c.organization_id = kernel.current_tenant() and c.seq between {from} and {last} order by c.seq limit {Batch}
        """).ToListAsync(ct);

    private static async Task WriteAsync(Stream target, IncrementalHash digest, string line, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        digest.AppendData(bytes);
        await target.WriteAsync(bytes, ct);
    }

    private async Task<string> SignAsync(long events, long first, string head, IncrementalHash digest, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["kind"] = Kind,
            ["organization"] = db.Organization.ToString(),
            ["first"] = first.ToString(CultureInfo.InvariantCulture),
            ["events"] = events.ToString(CultureInfo.InvariantCulture),
            ["head"] = head,
            ["sha256"] = Convert.ToHexStringLower(digest.GetHashAndReset()),
        };
        var signature = await sign.RunAsync(body, ct);
        return new SignedReceipt(SignReceipt.Canonical(body), await sign.PublicKeyAsync(ct), signature.Signature).Write();
    }

    private sealed record Stretch(long First, long Last);
}
