namespace Earshot.Platform.Privacy.Controls;

/// <summary>Nothing without a ground.</summary>
internal static class AgreementControls
{
    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "agreement-before-calls", "A03 A15 B01", "No organization sent calls before it accepted the data processing agreement.", "Ни одна организация не отправляла звонки до принятия поручения на обработку.",
            "organizations with calls of their own",
            "select count(distinct c.organization_id) from calls.calls c where c.source not in ('demo', 'self-test') and not exists (select from accounts.acceptances a where a.organization_id = c.organization_id and a.document = 'dpa' and a.accepted_at <= c.received_at)",
            "select count(distinct organization_id) from calls.calls where source not in ('demo', 'self-test')"),
        Control.None(
            "recording-ground", "A16 B01 B05", "Every call names the ground on which it was recorded.", "У каждого звонка указано основание записи.",
            "calls",
            "select count(*) from calls.calls where recording_ground = ''",
            "select count(*) from calls.calls"),
        Control.None(
            "technical-only", "B17", "Where voice data serve operation alone, no call that came since was analysed or scored.", "Где голосовые данные служат только работе сервиса, ни один звонок с тех пор не анализировался и не оценивался.",
            "organizations in technical mode",
            "select count(*) from calls.calls c join calls.analysis_settings s on s.organization_id = c.organization_id and s.technical_since < c.received_at where exists (select from calls.analyses a where a.organization_id = c.organization_id and a.call_id = c.id) or exists (select from scoring.calls k where k.organization_id = c.organization_id and k.call_id = c.id)",
            "select count(*) from calls.analysis_settings where technical_since is not null"),
        Control.None(
            "consent-of-every-account", "C01 D02", "Every person with an account accepted the terms and agreed to the processing of account data.", "Каждый пользователь принял условия и дал согласие на обработку данных аккаунта.",
            "people",
            "select count(*) from accounts.users u where u.state = 'active' and (select count(distinct a.document) from accounts.acceptances a where a.organization_id = u.organization_id and a.user_id = u.id and a.document in ('terms', 'personal_data')) < 2",
            "select count(*) from accounts.users where state = 'active'"),
        Control.None(
            "acceptances-final", "A15 C01 D02", "The product's role can't change or delete what somebody agreed to.", "Роль системы не может изменить или удалить запись о согласии.",
            "rights to change or delete acceptances",
            "select has_table_privilege(@role, 'accounts.acceptances', 'update')::int + has_table_privilege(@role, 'accounts.acceptances', 'delete')::int",
            "select 2"),
    ];
}
