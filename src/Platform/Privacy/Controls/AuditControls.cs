using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What happened can be proved.</summary>
internal static class AuditControls
{
    private const string Purposes = "'administration', 'quality_control', 'transcription', 'analysis', 'reporting', 'training', 'security', 'support', 'subject_request', 'retention', 'contract', 'consent', 'publication', 'breach'";

    public static readonly IReadOnlyList<Control> List =
    [
        Control.None(
            "audit-append-only", "A20 B30", "The product's role can't change or delete an event of the audit log.", "Роль системы не может изменить или удалить событие журнала.",
            "rights to change or delete events",
            "select has_table_privilege(@role, 'kernel.audit_events', 'update')::int + has_table_privilege(@role, 'kernel.audit_events', 'delete')::int",
            "select 2"),
        Control.Live("audit-chain", "A08 A20 B30", "The chain of the audit log is whole.", "Цепочка журнала цела.", ChainIsWholeAsync),
        Control.None(
            "audit-address-device", "A08", "What a person did is logged with address and device, as a digest that outlives them.", "Действия людей записаны с адресом и устройством в виде дайджеста.",
            "events of people",
            "select count(*) from kernel.audit_events where actor_kind = 'person' and (actor_id is null or person is null)",
            "select count(*) from kernel.audit_events where actor_kind = 'person'"),
        Control.None(
            "sign-ins-logged", "A08 D05", "Every session that was opened by signing in stands in the history of its person.", "Каждый сеанс, открытый входом, есть в истории входов его владельца.",
            "sessions",
            "select count(*) from accounts.sessions s where s.method in ('password', 'passkey') and not exists (select from accounts.sign_ins i where i.organization_id = s.organization_id and i.user_id = s.user_id and i.at between s.created_at - interval '1 minute' and s.created_at + interval '1 minute')",
            "select count(*) from accounts.sessions where method in ('password', 'passkey')"),
        Control.None(
            "audit-seven-years", "A20", "No event of the log is older than seven years.", "В журнале нет событий старше семи лет.",
            "events",
            "select count(*) from kernel.audit_events where at < @now - interval '7 years'",
            "select count(*) from kernel.audit_events"),
        Control.None(
            "closed-purposes", "A14 A52 B15 E06", "Every event of the log names a purpose of the closed list.", "Каждое событие журнала называет цель из закрытого перечня.",
            "events",
            $"select count(*) from kernel.audit_events where purpose not in ({Purposes})",
            "select count(*) from kernel.audit_events"),
    ];

    private static async Task<Finding> ChainIsWholeAsync(Installation site, CancellationToken ct)
    {
        var verify = site.Services.GetRequiredService<VerifyAudit>();
        var organizations = await site.ListAsync("select distinct organization_id from kernel.audit_events", row => row.GetGuid(0), ct);
        var (events, broken) = (0L, 0);
        foreach (var organization in organizations)
        {
            var verdict = await verify.RunAsync(organization, ct);
            events += verdict.Events;
            broken += verdict.IsWhole ? 0 : 1;
        }

        return new Finding(broken == 0, string.Create(CultureInfo.InvariantCulture, $"{broken} of {organizations.Count} chains are broken; {events} events"));
    }
}
