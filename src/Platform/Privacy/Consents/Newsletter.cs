using System.Buffers.Text;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy.Letters;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>
/// The newsletter: somebody asks, a letter goes to the address, and only the link in it puts the address on the list (double opt-in).
/// Leaving takes one click (RFC 8058), and erases the address.
/// </summary>
public sealed class Newsletter(PlatformDb db, RecordConsent record, TenantCipher cipher, WriteLetter letters, TimeProvider clock)
{
    private const string IndexPurpose = "newsletter address";

    public static readonly Failure BadAddress = new(FailureKind.Invalid, "bad_newsletter_email", "Give an e-mail such as name@example.com.");

    /// <summary>Asks the owner of the address whether they want it. Says the same whether the address is known or not.</summary>
    public async Task<Result<Done>> AskAsync(string email, string language, Uri site, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(email.Trim(), out var address) || email.Length > 254)
        {
            return BadAddress;
        }

        var normal = address.Address.ToLowerInvariant();
        var index = await cipher.BlindIndexAsync(db.Organization, IndexPurpose, normal, ct);
        if (await db.Set<Consent>().AnyAsync(row => row.Purpose == "newsletter" && row.SubjectIndex == index && row.WithdrawnAt == null, ct))
        {
            return new Done();
        }

        var consent = record.Add(ConsentText.Newsletter, "newsletter", isGiven: true, "form");
        var token = await TokenAsync(consent.Id, ct);
        consent.SubjectIndex = index;
        consent.Subject = await cipher.SealAsync(db.Organization, Consent.SubjectColumn, consent.Id, normal, ct);
        consent.TokenHash = Digest(token);
        await letters.AddAsync(Confirmation(normal, language, Link(site, "confirm", token)), ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <returns>False: the link is not ours, or the consent was taken back.</returns>
    public async Task<bool> ConfirmAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { WithdrawnAt: null } consent)
        {
            return false;
        }

        consent.ConfirmedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <returns>False: the link is not ours. Leaving twice is leaving once.</returns>
    public async Task<bool> LeaveAsync(string token, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } consent)
        {
            return false;
        }

        consent.Withdraw(clock.GetUtcNow(), "mail_link");
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Writes to everybody on the list, each letter on its own consent and with its own way out.</summary>
    public async Task<int> SendAsync(string subject, string body, Uri site, CancellationToken ct)
    {
        var readers = await db.Set<Consent>().AsNoTracking().Where(row => row.Purpose == "newsletter" && row.ConfirmedAt != null && row.WithdrawnAt == null && row.Subject != null).ToListAsync(ct);
        foreach (var reader in readers)
        {
            var to = await cipher.OpenTextAsync(db.Organization, Consent.SubjectColumn, reader.Id, reader.Subject ?? [], ct);
            var token = await TokenAsync(reader.Id, ct);
            await letters.AddAsync(NewLetter.Marketing(to, subject, $"{body}\r\n\r\n{Link(site, "leave", token)}", reader.Id, OneClick(site, token).AbsoluteUri), ct);
        }

        await db.SaveChangesAsync(ct);
        return readers.Count;
    }

    private static NewLetter Confirmation(string to, string language, Uri link) => language == "ru"
        ? NewLetter.Service(to, "Подтвердите подписку", $"Кто-то, надеемся – вы, попросил присылать вам рассылку Earshot. Если это так, откройте ссылку:\r\n{link}\r\n\r\nЕсли нет, ничего не делайте: без подтверждения адрес будет стёрт.")
        : NewLetter.Service(to, "Confirm the newsletter", $"Somebody, we hope you, asked for the newsletter of Earshot. If so, open this link:\r\n{link}\r\n\r\nIf not, do nothing: unconfirmed addresses are erased.");

    // A mail program posts to it (RFC 8058); the link in the letter is for people and leads to a page.
    private static Uri OneClick(Uri site, string token) => new(site, $"/newsletter/leave?token={token}");

    private static Uri Link(Uri site, string action, string token) => new(site, $"/newsletter?do={action}&token={token}");

    private Task<Consent?> FindAsync(string token, CancellationToken ct)
    {
        var digest = Digest(token);
        return db.Set<Consent>().SingleOrDefaultAsync(row => row.Purpose == "newsletter" && row.TokenHash == digest, ct);
    }

    // Made anew for each letter, stored nowhere but as a digest.
    private async Task<string> TokenAsync(Guid consent, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await cipher.DeriveAsync(db.Organization, "newsletter links", ct), consent.ToByteArray()));

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
