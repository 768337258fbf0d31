using System.Text.Json;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>Hands a letter to the carrier. A marketing letter whose consent was withdrawn meanwhile stays here.</summary>
internal sealed class CarryLetter(PlatformDb db, TenantCipher cipher, IMailCarrier carrier, TimeProvider clock) : IJobHandler
{
    public const string Kind = "privacy.carry-letter";

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        if (await db.Set<Letter>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is not { State: "waiting" } letter)
        {
            return new JobOutcome.Done();
        }

        if (letter.ConsentId is { } consent && !await StandsAsync(consent, ct))
        {
            letter.State = "failed";
            return new JobOutcome.Done();
        }

        var content = JsonSerializer.Deserialize<LetterContent>(await cipher.OpenAsync(letter.OrganizationId, Letter.ContentColumn, letter.Id, letter.Content, ct))
            ?? throw new JsonException("The letter is empty.");
        var to = await cipher.OpenTextAsync(letter.OrganizationId, Letter.RecipientColumn, letter.Id, letter.Recipient, ct);
        switch (await carrier.CarryAsync(new Mail(letter.Id, to, content.Subject, content.Body, Headers(content), content.Html), ct))
        {
            case MailOutcome.Later:
                return new JobOutcome.Retry("mail_server_busy");
            case MailOutcome.Refused:
                letter.State = "failed";
                return new JobOutcome.Done();
            default:
                (letter.State, letter.SentAt) = ("sent", clock.GetUtcNow());
                return new JobOutcome.Done();
        }
    }

    public async Task GiveUpAsync(Job job, string reason, CancellationToken ct)
    {
        if (await db.Set<Letter>().SingleOrDefaultAsync(row => row.Id == job.Subject, ct) is { State: "waiting" } letter)
        {
            letter.State = "failed";
        }
    }

    /// <summary>One click leaves the list: RFC 2369 and RFC 8058.</summary>
    internal static IReadOnlyDictionary<string, string> Headers(LetterContent content) => content.LeaveAddress is { } leave
        ? new Dictionary<string, string> { ["List-Unsubscribe"] = $"<{leave}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click" }
        : new Dictionary<string, string>();

    private async Task<bool> StandsAsync(Guid consent, CancellationToken ct) => await db.Database.SqlQuery<bool>(
        $"""select exists (select from privacy.consents where organization_id = {db.Organization} and id = {consent} and withdrawn_at is null) as "Value" """).SingleAsync(ct);
}
