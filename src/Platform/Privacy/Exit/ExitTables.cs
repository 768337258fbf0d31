namespace Earshot.Platform.Privacy.Exit;

/// <summary>Tables that outlive an organization, each with the legal hold that keeps them. Everything else of it goes.</summary>
internal static class ExitTables
{
    public static readonly IReadOnlyDictionary<string, string> Kept = new Dictionary<string, string>
    {
        ["accounts.organizations"] = "contract", // its id and state; the name goes
        ["accounts.acceptances"] = "contract",
        ["privacy.contract_records"] = "contract",
        ["privacy.exit_steps"] = "receipts",
        ["privacy.receipts"] = "receipts",
        ["privacy.tombstones"] = "tombstones",
        ["calls.receipts"] = "receipts",
        ["kernel.data_keys"] = "receipts", // rows without their keys: proof that nothing can be opened again
        ["kernel.audit_events"] = "audit",
        ["kernel.audit_chain"] = "audit",
        ["kernel.audit_seals"] = "audit",
        ["kernel.audit_pending"] = "audit",
        ["kernel.egress_calls"] = "audit",
        ["billing.payments"] = "payments", // as soon as there is such a table
    };

    /// <summary>All tables with an organization, partitions left out.</summary>
    public const string List =
        """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' order by 1
        """;
}
