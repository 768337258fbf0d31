using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>The documents as they stand: what is in force, what comes, what was.</summary>
public sealed class ReadDocuments(PlatformDb db, ReadOperator readOperator, ListRecipients recipients, TimeProvider clock)
{
    /// <summary>The version in force; a draft where none was ever published.</summary>
    public async Task<ShownDocument> NowAsync(string document, string profile, CancellationToken ct)
    {
        var versions = await VersionsAsync(document, profile, ct);
        var now = clock.GetUtcNow();
        var current = versions.FirstOrDefault(version => version.EffectiveAt <= now);
        var next = versions.LastOrDefault(version => version.EffectiveAt > now);
        return current is null
            ? await DraftAsync(document, profile, next, ct)
            : new ShownDocument(await TextAsync(current.Id, ct), current, next, []);
    }

    /// <summary>A version by its number.</summary>
    public async Task<Result<ShownDocument>> VersionAsync(string document, string profile, int number, CancellationToken ct) =>
        (await VersionsAsync(document, profile, ct)).FirstOrDefault(version => version.Number == number) is { } found
            ? new ShownDocument(await TextAsync(found.Id, ct), found, null, [])
            : DocumentFailures.NoSuchVersion;

    /// <summary>All versions of a document, newest first.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> VersionsAsync(string document, string profile, CancellationToken ct) =>
        await db.Database.SqlQuery<DocumentVersion>(
            $"""
            select id as "Id", document as "Document", profile as "Profile", number as "Number", published_at as "PublishedAt", effective_at as "EffectiveAt",
              encode(hash, 'hex') as "Hash", encode(clauses_hash, 'hex') as "ClausesHash"
            from privacy.document_versions where document = {document} and profile = {profile} order by number desc
            """).ToListAsync(ct);

    private async Task<ShownDocument> DraftAsync(string document, string profile, DocumentVersion? next, CancellationToken ct)
    {
        var who = await readOperator.RunAsync(ct);
        return new ShownDocument(BuildDocument.Run(document, profile, who, await recipients.RunAsync(ct)), null, next, who.Missing(profile));
    }

    private async Task<BuiltDocument> TextAsync(Guid version, CancellationToken ct) =>
        DocumentFormat.Read(await db.Database.SqlQuery<string>($"""select body::text as "Value" from privacy.document_versions where id = {version}""").SingleAsync(ct));
}
