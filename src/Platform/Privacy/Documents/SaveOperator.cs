using System.Net.Mail;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>Keeps the operator's details; documents take them when they are published next.</summary>
public sealed class SaveOperator(PlatformDb db, AuditLog audit, TimeProvider clock)
{
    private const int Longest = 400;

    /// <summary>The caller has asked the <see cref="OperatorDesk"/>.</summary>
    public async Task<Result<Done>> RunAsync(Operator details, CancellationToken ct)
    {
        if (Refuse(details) is { } refused)
        {
            return refused;
        }

        db.AlsoExecute(
            $"""
            insert into privacy.operator (one, name, tax_id, registration_number, registry_number, address, email, phone, responsible, effective_days, counts_visits, site, updated_at)
            values (true, {details.Name.Trim()}, {details.TaxId.Trim()}, {details.RegistrationNumber.Trim()}, {details.RegistryNumber.Trim()}, {details.Address.Trim()},
              {details.Email.Trim()}, {details.Phone.Trim()}, {details.Responsible.Trim()}, {details.EffectiveDays}, {details.CountsVisits}, {details.Site.Trim()}, {clock.GetUtcNow()})
            on conflict (one) do update set name = excluded.name, tax_id = excluded.tax_id, registration_number = excluded.registration_number,
              registry_number = excluded.registry_number, address = excluded.address, email = excluded.email, phone = excluded.phone,
              responsible = excluded.responsible, effective_days = excluded.effective_days, counts_visits = excluded.counts_visits, site = excluded.site, updated_at = excluded.updated_at
            """);
        await audit.RecordAsync("operator.details_changed", "operator", null, "administration", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private static Failure? Refuse(Operator details) => details switch
    {
        { EffectiveDays: not (0 or 30) } => DocumentFailures.BadDelay,
        _ when details.Email.Length > 0 && !MailAddress.TryCreate(details.Email.Trim(), out _) => DocumentFailures.BadOperatorEmail,
        _ when details.Site.Length > 0 && !(Uri.TryCreate(details.Site.Trim(), UriKind.Absolute, out var site) && site.Scheme is "https" or "http") => DocumentFailures.BadSite,
        _ when new[] { details.Name, details.TaxId, details.RegistrationNumber, details.RegistryNumber, details.Address, details.Phone, details.Responsible }.Any(text => text.Length > Longest) => DocumentFailures.TooLong,
        _ => null,
    };
}
