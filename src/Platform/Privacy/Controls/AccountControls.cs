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
    ];
}
