using System.Globalization;
using Earshot.Platform.Kernel.Audit;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>The register: every control of this installation, one entry each.</summary>
public static class AllControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        new("tenant-isolation", ["A29"], "Every table of organizations is behind row-level security, for its owner as well.", (site, ct) => site.NoneAsync(
            "tables with an organization",
            "select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)",
            "select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped where c.relkind in ('r', 'p')",
            ct)),
        new("application-role", ["A29", "A42"], "The role that the product works under can't bypass row-level security.", (site, ct) => site.NoneAsync(
            "application roles",
            "select count(*) from pg_roles where rolname = @role and (rolsuper or rolbypassrls or rolcreaterole)",
            "select count(*) from pg_roles where rolname = @role",
            ct)),
        new("audio-gone", ["A09", "C07"], "A call that is over has no recording and no key to one.", (site, ct) => site.NoneAsync(
            "calls that are over",
            "select count(*) from calls.calls where state in ('done', 'stopped') and audio_key is not null",
            "select count(*) from calls.calls where state in ('done', 'stopped')",
            ct)),
        new("spool-owned", ["A09"], "Every file in the spool belongs to a call or upload in work.", SpoolIsOwnedAsync),
        new("deletion-receipts", ["A09"], "Every recording that is gone has its receipt.", (site, ct) => site.NoneAsync(
            "recordings of calls that are over",
            "select count(*) from calls.calls c where c.state in ('done', 'stopped') and c.audio_bytes is not null and not exists (select from calls.receipts r where r.organization_id = c.organization_id and r.call_id = c.id and r.kind = 'audio')",
            "select count(*) from calls.calls where state in ('done', 'stopped') and audio_bytes is not null",
            ct)),
        new("masked-before-analysis", ["A11", "A58"], "Every analysis was made of a masked text, and names the masker's version.", (site, ct) => site.NoneAsync(
            "analyses",
            "select count(*) from calls.analyses a where a.masker_version = '' or not exists (select from calls.transcripts t where t.organization_id = a.organization_id and t.call_id = a.call_id and t.masked is not null)",
            "select count(*) from calls.analyses",
            ct)),
        new("no-voice-print", ["A10"], "No table has room for a voice print.", (site, ct) => site.NoneAsync(
            "columns",
            "select count(*) from information_schema.columns where table_schema in ('kernel', 'accounts', 'privacy', 'calls', 'scoring') and (udt_name in ('vector', '_float4', '_float8') or column_name ~ '(embedding|voice_?print|speaker_vector)')",
            "select count(*) from information_schema.columns where table_schema in ('kernel', 'accounts', 'privacy', 'calls', 'scoring')",
            ct)),
        new("sealed-phones", ["A25"], "Names and phones of customers are stored in envelopes of AES-256-GCM.", (site, ct) => site.NoneAsync(
            "calls with a name or phone",
            "select count(*) from calls.calls where (customer_phone is not null and (length(customer_phone) < 46 or get_byte(customer_phone, 0) <> 1)) or (customer_name is not null and (length(customer_name) < 46 or get_byte(customer_name, 0) <> 1))",
            "select count(*) from calls.calls where customer_phone is not null or customer_name is not null",
            ct)),
        new("audit-append-only", ["A20"], "The product's role can't change or delete an event of the audit log.", (site, ct) => site.NoneAsync(
            "rights to change or delete events",
            "select has_table_privilege(@role, 'kernel.audit_events', 'update')::int + has_table_privilege(@role, 'kernel.audit_events', 'delete')::int",
            "select 2",
            ct)),
        new("audit-chain", ["A08", "A20"], "The chain of the audit log is whole.", AuditIsWholeAsync),
        new("region-of-organizations", ["A22", "A24"], "Only organizations of this cell's region live here.", (site, ct) => site.NoneAsync(
            "organizations",
            "select count(*) from accounts.organizations where region <> @region",
            "select count(*) from accounts.organizations",
            ct)),
        new("egress-in-region", ["A22", "A51", "A54", "B28"], "Personal data left the region only on a permission for the transfer.", (site, ct) => site.NoneAsync(
            "exchanges with other services",
            "select count(*) from kernel.egress_calls where cardinality(data) > 0 and region not in (@region, 'local') and transfer_id is null",
            "select count(*) from kernel.egress_calls",
            ct)),
        new("agreement-before-calls", ["A15"], "No organization sent calls before it accepted the data processing agreement.", (site, ct) => site.NoneAsync(
            "organizations with calls of their own",
            "select count(distinct c.organization_id) from calls.calls c where c.source <> 'demo' and not exists (select from accounts.acceptances a where a.organization_id = c.organization_id and a.document = 'dpa' and a.accepted_at <= c.received_at)",
            "select count(distinct organization_id) from calls.calls where source <> 'demo'",
            ct)),
        new("recording-ground", ["A16"], "Every call names the ground on which it was recorded.", (site, ct) => site.NoneAsync(
            "calls",
            "select count(*) from calls.calls where recording_ground = ''",
            "select count(*) from calls.calls",
            ct)),
        new("master-key-private", ["A25"], "The master key can be read by its owner alone.", (site, _) => Task.FromResult(KeyIsPrivate(site))),
    ];

    private static async Task<Finding> SpoolIsOwnedAsync(Installation site, CancellationToken ct)
    {
        if (!Directory.Exists(site.Settings.SpoolFolder))
        {
            return new Finding(true, "0 files");
        }

        var files = Directory.GetFiles(site.Settings.SpoolFolder).Select(Path.GetFileName).ToArray();
        await using var command = site.Owner.CreateCommand(
            "select count(*) from unnest(@files) file where not exists (select from calls.calls where audio_file = file and state not in ('done', 'stopped')) and not exists (select from calls.uploads where spool_file = file and state = 'receiving')");
        command.Parameters.AddWithValue("files", files);
        var orphans = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        return new Finding(orphans == 0, string.Create(CultureInfo.InvariantCulture, $"{orphans} of {files.Length} files belong to nobody"));
    }

    private static async Task<Finding> AuditIsWholeAsync(Installation site, CancellationToken ct)
    {
        var verify = new VerifyAudit(site.Owner, site.Settings.MasterKey);
        await using var select = site.Owner.CreateCommand("select distinct organization_id from kernel.audit_events");
        var organizations = new List<Guid>();
        await using (var reader = await select.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                organizations.Add(reader.GetGuid(0));
            }
        }

        var (events, broken) = (0L, 0);
        foreach (var organization in organizations)
        {
            var verdict = await verify.RunAsync(organization, ct);
            events += verdict.Events;
            broken += verdict.IsWhole ? 0 : 1;
        }

        return new Finding(broken == 0, string.Create(CultureInfo.InvariantCulture, $"{broken} of {organizations.Count} chains are broken; {events} events"));
    }

    private static Finding KeyIsPrivate(Installation site)
    {
        var file = Path.Combine(site.Settings.DataFolder, "master.key");
        if (!File.Exists(file))
        {
            return new Finding(null, "the key comes from the environment");
        }

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var mode = File.GetUnixFileMode(file);
        return new Finding((mode & ~own) == UnixFileMode.None, $"mode of the file: {mode}");
    }
}
