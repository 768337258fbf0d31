using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Privacy.Letters;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>Gives every organization a job that tells its people of a new version, in the transaction that publishes it.</summary>
public sealed class AnnouncePublication(PlatformDb db, OrganizationDirectory organizations, TimeProvider clock)
{
    public async Task RunAsync(Guid version, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var organization in await organizations.ListAsync(ct))
        {
            // Written past the tenant of the publisher: a job of each organization, with nothing in it but the version's id.
            await db.Database.ExecuteSqlAsync($"select privacy.enqueue_announcement({organization.Id}, {Guid.CreateVersion7(now)}, {version}, {now})", ct);
        }
    }
}

/// <summary>Tells the people of one organization of a new version: a banner, a letter, and their account (clause A77).</summary>
internal sealed class AnnounceVersion(PlatformDb db, PeopleDirectory people, WriteLetter letters, TimeProvider clock) : IJobHandler
{
    public const string Kind = "privacy.announce-version";

    public async Task<JobOutcome> RunAsync(Job job, CancellationToken ct)
    {
        var version = job.Subject ?? throw new InvalidOperationException("The job names no version.");
        var found = await db.Database.SqlQuery<Announced>(
            $"""select document as "Document", number as "Number", effective_at as "EffectiveAt" from privacy.document_versions where id = {version}""").ToListAsync(ct);
        if (found is not [var announced])
        {
            return new JobOutcome.Done();
        }

        var now = clock.GetUtcNow();
        foreach (var person in await people.ListAsync(ct))
        {
            Add(person.Id, version, "banner", now, null);
            Add(person.Id, version, "account", now, null);
            Add(person.Id, version, "mail", now, now);
            await letters.AddAsync(LetterText(person, announced), ct);
        }

        return new JobOutcome.Done();
    }

    public Task GiveUpAsync(Job job, string reason, CancellationToken ct) => Task.CompletedTask;

    private void Add(Guid user, Guid version, string way, DateTimeOffset now, DateTimeOffset? seen) => db.AlsoExecute(
        $"""
        insert into privacy.notices (organization_id, id, user_id, version_id, way, created_at, seen_at)
        values ({db.Organization}, {Guid.CreateVersion7(now)}, {user}, {version}, {way}, {now}, {seen}) on conflict do nothing
        """);

    private static NewLetter LetterText(Addressee person, Announced version)
    {
        var day = version.EffectiveAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return person.Language == "ru"
            ? NewLetter.Service(person.Email, "Изменения в документах", $"Опубликована новая версия документа. Она вступает в силу {day}. Прочитать и сравнить с прежней: /{version.Document}")
            : NewLetter.Service(person.Email, "Changes of our documents", $"A new version of a document was published. It is in force from {day} on. Read it and compare it with the one before: /{version.Document}");
    }

    private sealed record Announced(string Document, int Number, DateTimeOffset EffectiveAt);
}
