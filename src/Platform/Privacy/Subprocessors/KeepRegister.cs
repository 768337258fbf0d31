using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Egress;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Subprocessors;

/// <summary>An agreement with a recipient.</summary>
public sealed record RecipientAgreement(string Destination, string Title, string Country, string Category, string Agreement, DateOnly AgreedAt, DateOnly? EndsAt);

/// <summary>A recipient of the egress register with what is on record.</summary>
public sealed record RegisteredRecipient(Destination Destination, RecipientAgreement? Agreement, IReadOnlyList<string> MissingForTransfer);

/// <summary>The operator's side of the register of recipients: agreements, and records of transfers abroad.</summary>
public sealed class KeepRegister(PlatformDb db, EgressRegister register, AuditLog audit, PlatformSettings settings, TimeProvider clock)
{
    private static readonly string[] Categories = ["hosting", "payment", "support", "integrations", "voice", "analysis"];

    public static readonly Failure Incomplete = new(FailureKind.Invalid, "recipient_incomplete", "Give the recipient, its country as two letters, its category and the agreement.");

    /// <summary>Recipients outside this machine that get personal data.</summary>
    public async Task<IReadOnlyList<RegisteredRecipient>> ListAsync(CancellationToken ct)
    {
        var agreements = await db.Database.SqlQuery<RecipientAgreement>(
            $"""
            select destination as "Destination", title as "Title", country as "Country", category as "Category", agreement as "Agreement", agreed_at as "AgreedAt", ends_at as "EndsAt"
            from privacy.agreements order by destination
            """).ToListAsync(ct);
        var outside = (await register.ListAsync(null, ct)).Where(destination => destination is { IsLocal: false, IsEnabled: true } && destination.Region != Destination.Local && destination.Data.Count > 0);
        return [.. outside.Select(destination => new RegisteredRecipient(
            destination, agreements.FirstOrDefault(agreement => agreement.Destination == destination.Name), destination.Region == settings.Region ? [] : TransferRules.Missing(settings.Region, null)))];
    }

    public async Task<Result<Done>> AgreeAsync(RecipientAgreement agreement, CancellationToken ct)
    {
        if (agreement is { Destination.Length: 0 } or { Title.Length: 0 or > 200 } or { Agreement.Length: 0 or > 200 } || !IsCountry(agreement.Country) || !Categories.Contains(agreement.Category))
        {
            return Incomplete;
        }

        db.AlsoExecute(
            $"""
            insert into privacy.agreements (destination, title, country, category, agreement, agreed_at, ends_at)
            values ({agreement.Destination}, {agreement.Title}, {agreement.Country}, {agreement.Category}, {agreement.Agreement}, {agreement.AgreedAt}, {agreement.EndsAt})
            on conflict (destination) do update set title = excluded.title, country = excluded.country, category = excluded.category, agreement = excluded.agreement,
              agreed_at = excluded.agreed_at, ends_at = excluded.ends_at
            """);
        await audit.RecordAsync("recipient.agreed", "recipient", null, "contract", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>Puts the records of a transfer of the current organization down; what is missing keeps it impossible.</summary>
    /// <returns>What is still missing.</returns>
    public async Task<Result<List<string>>> PermitAsync(string destination, TransferRecords records, CancellationToken ct)
    {
        if (destination.Length == 0 || !IsCountry(records.Country))
        {
            return Incomplete;
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.AlsoExecute(
            $"""
            insert into privacy.transfers (organization_id, id, destination, country, consent, notice, mechanism, protection, ending, law, created_at)
            values ({db.Organization}, {id}, {destination}, {records.Country}, {records.Consent}, {records.Notice}, {records.Mechanism}, {records.Protection}, {records.Ending}, {records.Law}, {now})
            """);
        await audit.RecordAsync("transfer.recorded", "transfer", id, "contract", null, null, ct);
        await db.SaveChangesAsync(ct);
        return new List<string>(TransferRules.Missing(settings.Region, records));
    }

    private static bool IsCountry(string country) => country.Length == 2 && country.All(char.IsAsciiLetterUpper);
}
