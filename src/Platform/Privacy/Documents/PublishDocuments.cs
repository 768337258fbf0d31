using System.Security.Cryptography;
using System.Text;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.Controls;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Documents;

/// <param name="Published">Names of what got a new version, such as <c>privacy/ru</c>.</param>
/// <param name="Unchanged">How many texts are as they were.</param>
/// <param name="Withheld">Profiles whose texts lack a detail of the operator.</param>
public sealed record Publication(IReadOnlyList<string> Published, int Unchanged, IReadOnlyList<string> Withheld);

/// <summary>
/// Builds every document for every profile and publishes those that changed. The first version is in force at once, a later one after the
/// operator's delay. A promise without a working control stops it all.
/// </summary>
public sealed class PublishDocuments(
    PlatformDb db, ReadOperator readOperator, ListRecipients recipients, AnnouncePublication announce, AuditLog audit, PlatformSettings settings, TimeProvider clock)
{
    private static readonly HashSet<string> Working = [.. AllControls.List.Where(control => control.Kind is not CheckKind.Awaited).Select(control => control.Id)];
    private static readonly byte[] ClausesHash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', AllClauses.List.Select(clause => $"{clause.Id}|{clause.Text.English}|{clause.Text.Russian}"))));

    public async Task<Result<Publication>> RunAsync(CancellationToken ct)
    {
        var who = await readOperator.RunAsync(ct);
        if (who.Missing(settings.Region).Count > 0)
        {
            return DocumentFailures.OperatorMissing;
        }

        var profiles = BuiltDocument.Profiles.Where(profile => who.Missing(profile).Count == 0).ToArray();
        var listed = await recipients.RunAsync(ct);
        var built = profiles.SelectMany(profile => BuiltDocument.Names.Select(name => BuildDocument.Run(name, profile, who, listed))).ToArray();
        return built.SelectMany(document => document.Unbound(Working)).Any()
            ? DocumentFailures.UnboundPromise
            : await KeepAsync(built, who.EffectiveDays, [.. BuiltDocument.Profiles.Except(profiles)], ct);
    }

    private async Task<Publication> KeepAsync(BuiltDocument[] built, int delay, IReadOnlyList<string> withheld, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(4711, 351)", ct);
        var published = new List<string>();
        foreach (var document in built)
        {
            if (await AddAsync(document, delay, ct))
            {
                published.Add($"{document.Name}/{document.Profile}");
            }
        }

        await audit.RecordAsync("documents.published", "document", null, "publication", null, System.Text.Json.JsonSerializer.Serialize(published), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Publication(published, built.Length - published.Count, withheld);
    }

    private async Task<bool> AddAsync(BuiltDocument document, int delay, CancellationToken ct)
    {
        var hash = DocumentFormat.Digest(document);
        var latest = await db.Database.SqlQuery<Latest>(
            $"""select number as "Number", hash as "Hash" from privacy.document_versions where document = {document.Name} and profile = {document.Profile} order by number desc limit 1""").ToListAsync(ct);
        if (latest is [var same] && same.Hash.AsSpan().SequenceEqual(hash))
        {
            return false;
        }

        var (now, number) = (clock.GetUtcNow(), latest is [var last] ? last.Number + 1 : 1);
        var (id, effective) = (Guid.CreateVersion7(now), number == 1 ? now : now.AddDays(delay));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into privacy.document_versions (id, document, profile, number, body, hash, clauses_hash, published_at, effective_at)
            values ({id}, {document.Name}, {document.Profile}, {number}, {DocumentFormat.Write(document)}::jsonb, {hash}, {ClausesHash}, {now}, {effective})
            """,
            ct);
        if (document.Profile == settings.Region && number > 1)
        {
            await announce.RunAsync(id, ct);
        }

        return true;
    }

    private sealed record Latest(int Number, byte[] Hash);
}
