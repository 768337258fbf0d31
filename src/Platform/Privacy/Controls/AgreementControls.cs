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
