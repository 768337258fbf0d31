namespace Earshot.Platform.Privacy.Controls;

/// <summary>How people come in, and who may look in from outside.</summary>
internal static class AccountControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "outside-sign-in", "C05 D03", "Of an account elsewhere only the provider, its id and its name are kept, sealed; no token, no birth date.",
            "О внешнем аккаунте хранятся только провайдер, идентификатор и имя, зашифрованными; ни токенов, ни даты рождения.",
            "columns of linked accounts",
            "select count(*) from information_schema.columns where table_schema = 'accounts' and table_name = 'identities' and column_name not in ('subject_index', 'organization_id', 'user_id', 'provider', 'id', 'subject', 'username', 'linked_at', 'used_at')",
            "select count(*) from information_schema.columns where table_schema = 'accounts' and table_name = 'identities'"),
        Control.None(
            "second-factor-held", "A28", "Where an organization demands a second factor, no session older than a day goes without one.",
            "Там, где организация требует второй фактор, нет сеансов старше суток без него.",
            "open sessions of such organizations",
            "select count(*) from accounts.sessions s join accounts.organizations o using (organization_id) where o.requires_second_factor and s.ended_at is null and not s.second_factor and s.created_at < now() - interval '1 day' and s.seen_at > now() - interval '12 hours'",
            "select count(*) from accounts.sessions s join accounts.organizations o using (organization_id) where o.requires_second_factor and s.ended_at is null"),
        Control.None(
            "no-support-access", "A75 B18 B24", "Staff of the operator looked into an organization only while a grant that it approved stood open.",
            "Сотрудники оператора смотрели данные организации только во время одобренного ею доступа.",
            "events of staff",
            "select count(*) from kernel.audit_events e where e.actor_kind = 'support' and not exists (select from accounts.support_grants g where g.organization_id = e.organization_id and g.id = e.actor_id and g.decided_by is not null and e.at between g.approved_at and least(g.ends_at, coalesce(g.closed_at, g.ends_at)) + interval '1 minute')",
            "select count(*) from kernel.audit_events where actor_kind = 'support'"),
        Control.None(
            "backups-have-a-life", "B36", "A backup that was made is younger than its life, or deleted.", "Каждая резервная копия моложе своего срока или удалена.",
            "backups",
            "select count(*) from kernel.backups where kind = 'backup' and failure is null and deleted_at is null and started_at < @now - interval '367 days'",
            "select count(*) from kernel.backups where kind = 'backup'"),
    ];
}
