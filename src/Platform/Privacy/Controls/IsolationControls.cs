namespace Earshot.Platform.Privacy.Controls;

/// <summary>Organizations and purposes are kept apart.</summary>
internal static class IsolationControls
{
    private const string TenantTables =
        "from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "tenant-isolation", "A29", "Every table of organizations is behind row-level security, for its owner as well.",
            "Каждая таблица организаций закрыта построчной защитой, в том числе от владельца базы.",
            "tables with an organization",
            $"select count(*) {TenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)",
            $"select count(*) {TenantTables}"),
        Control.None(
            "tenant-policy", "A29", "The rule of every such table compares the organization, for reading and for writing.",
            "Правило каждой такой таблицы сверяет организацию и при чтении, и при записи.",
            "rules for the product's role",
            "select count(*) from pg_policies where @role = any(roles) and not (coalesce(qual, '') ~ 'organization_id = kernel.current_tenant' and coalesce(with_check, '') ~ 'organization_id = kernel.current_tenant')",
            "select count(*) from pg_policies where @role = any(roles)"),
        Control.None(
            "application-role", "A29 A42 B30", "The role that the product works under can't bypass row-level security.",
            "Роль, под которой работает система, не может обойти построчную защиту.",
            "application roles",
            "select count(*) from pg_roles where rolname = @role and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)",
            "select count(*) from pg_roles where rolname = @role"),
        Control.None(
            "purposes-apart", "A42", "Data of different purposes lie in schemas of their own; the product can neither make nor change tables.",
            "Данные разных целей лежат в отдельных схемах; система не может создавать и менять таблицы.",
            "schemas",
            "select count(*) from pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and has_schema_privilege(@role, n.oid, 'create')",
            "select count(*) from pg_namespace n where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')"),
        Control.None(
            "random-ids", "A04", "Calls are keyed and tied together by random ids only.", "Звонки связаны между собой только случайными идентификаторами.",
            "key columns of calls",
            $"select count(*) {CallKeys} and t.typname not in ('uuid', 'bool')",
            $"select count(*) {CallKeys}"),
    ];

    private const string CallKeys =
        "from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey) join pg_type t on t.oid = a.atttypid "
        + "where n.nspname = 'calls' and c.relname in ('calls', 'transcripts', 'analyses', 'search', 'receipts', 'uploads') and k.contype in ('p', 'f')";
}
