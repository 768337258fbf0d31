using System.Text.Json;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Jobs;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>Puts a letter and the job that carries it into the transaction of what it tells; the caller saves.</summary>
public sealed class WriteLetter(PlatformDb db, TenantCipher cipher, JobQueue jobs, TimeProvider clock)
{
    public async Task<Guid> AddAsync(NewLetter letter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var content = JsonSerializer.SerializeToUtf8Bytes(new LetterContent(letter.Subject, letter.Body, letter.LeaveAddress, letter.Html));
        db.Add(new Letter
        {
            OrganizationId = db.Organization,
            Id = id,
            Kind = letter.Kind,
            ConsentId = letter.ConsentId,
            Recipient = await cipher.SealAsync(db.Organization, Letter.RecipientColumn, id, letter.To, ct),
            Content = await cipher.SealAsync(db.Organization, Letter.ContentColumn, id, content, ct),
            CreatedAt = now,
        });
        jobs.Enqueue(db, CarryLetter.Kind, id);
        return id;
    }
}

/// <summary>What a letter says.</summary>
internal sealed record LetterContent(string Subject, string Body, string? LeaveAddress, string? Html = null);
