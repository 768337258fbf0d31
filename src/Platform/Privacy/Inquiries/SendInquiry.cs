using System.Net.Mail;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Consents;
using Earshot.Platform.Privacy.Documents;
using Earshot.Platform.Privacy.Letters;

namespace Earshot.Platform.Privacy.Inquiries;

/// <summary>What a visitor wrote. Name and e-mail are required, the rest is not (clause C04).</summary>
public sealed record NewInquiry(string Name, string Email, string? Phone, string? Message, int? Agents, string Page, string? Source, bool Agrees, string Puzzle, string Answer);

/// <summary>Takes an inquiry: consent, puzzle, sealed fields; tells the operator that there is one, and nothing of what it says.</summary>
public sealed class SendInquiry(PlatformDb db, TenantCipher cipher, RecordConsent record, ICaptcha captcha, ReadOperator readOperator, WriteLetter letters, TimeProvider clock)
{
    public static readonly Failure NoConsent = new(FailureKind.Invalid, "inquiry_consent", "Agree to the processing of what you wrote, or we can't answer.");
    public static readonly Failure NoPuzzle = new(FailureKind.Invalid, "inquiry_puzzle", "The puzzle of the form was not solved. Allow scripts of this site, or write us an e-mail.");
    public static readonly Failure Incomplete = new(FailureKind.Invalid, "inquiry_incomplete", "Give your name and an e-mail such as name@example.com.");

    public async Task<Result<Guid>> RunAsync(NewInquiry inquiry, CancellationToken ct)
    {
        if (Refuse(inquiry) is { } refused)
        {
            return refused;
        }

        if (!await captcha.CheckAsync(inquiry.Puzzle, inquiry.Answer, ct))
        {
            return NoPuzzle;
        }

        var consent = record.Add(ConsentText.Inquiry, "inquiry", isGiven: true, "form");
        var id = await AddAsync(inquiry, consent.Id, ct);
        if (await readOperator.RunAsync(ct) is { Email.Length: > 0 } who)
        {
            await letters.AddAsync(NewLetter.Service(who.Email, "Earshot: a new inquiry / новое обращение", "Somebody wrote from the website. Read it here / Прочитать: /inquiries"), ct);
        }

        await db.SaveChangesAsync(ct);
        return id;
    }

    private static Failure? Refuse(NewInquiry inquiry) => inquiry switch
    {
        { Agrees: false } => NoConsent,
        _ when inquiry.Name.Trim().Length is 0 or > 200 || inquiry.Email.Length > 254 || !MailAddress.TryCreate(inquiry.Email.Trim(), out _) => Incomplete,
        { Phone.Length: > 40 } or { Message.Length: > 4000 } or { Page.Length: > 200 } => Incomplete,
        _ => null,
    };

    private async Task<Guid> AddAsync(NewInquiry inquiry, Guid consent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        async Task<byte[]?> SealAsync(string column, string? text) => string.IsNullOrWhiteSpace(text) ? null : await cipher.SealAsync(db.Organization, column, id, text.Trim(), ct);
        db.Add(new Inquiry
        {
            OrganizationId = db.Organization,
            Id = id,
            Name = await SealAsync(Inquiry.NameColumn, inquiry.Name) ?? [],
            Email = await SealAsync(Inquiry.EmailColumn, inquiry.Email) ?? [],
            Phone = await SealAsync(Inquiry.PhoneColumn, inquiry.Phone),
            Message = await SealAsync(Inquiry.MessageColumn, inquiry.Message),
            Agents = inquiry.Agents is > 0 and < 1_000_000 ? inquiry.Agents : null,
            Page = inquiry.Page,
            Source = inquiry.Source,
            ConsentId = consent,
            CreatedAt = now,
        });
        return id;
    }
}
