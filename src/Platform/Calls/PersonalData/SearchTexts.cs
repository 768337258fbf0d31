using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.PersonalData;

/// <summary>
/// Opens the sealed name and text of every call of the organization and looks inside. Nothing opened is kept. While all cores look through
/// one page the next one is read; a text that can't be meant is put away before it becomes a string.
/// </summary>
internal sealed class SearchTexts(PlatformDb db, TenantCipher cipher)
{
    private const int Page = 4000;
    private const int Portion = 250;

    /// <returns>Calls that speak of the person, and by what.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(PersonMatcher person, CancellationToken ct)
    {
        var found = new ConcurrentDictionary<Guid, string>();
        var rows = await PageAsync(Guid.Empty, ct);
        while (rows.Count > 0)
        {
            var next = PageAsync(rows[^1].Id, ct);
            await Task.WhenAll(MatchAsync(rows, person, found, ct), next);
            rows = await next;
        }

        return found;
    }

    /// <summary>A raw transcript as people read it; null when there is none, or its key is gone.</summary>
    public static async Task<string?> OpenAsync(TenantCipher cipher, Guid organization, Guid call, byte[]? raw, CancellationToken ct)
    {
        try
        {
            return raw is null
                ? null
                : string.Join('\n', RawTranscript.Read(await cipher.OpenAsync(organization, StoredTranscript.RawPurpose, call, raw, ct)).Turns.Select(turn => $"{turn.Speaker}: {turn.Text}"));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private Task<List<SealedCall>> PageAsync(Guid after, CancellationToken ct) => db.Database.SqlQuery<SealedCall>(
        $"""
        select c.id as "Id", c.customer_name as "Name", t.raw as "Raw"
        from calls.calls c left join calls.transcripts t on t.organization_id = c.organization_id and t.call_id = c.id
        where c.organization_id = kernel.current_tenant() and c.id > {after} order by c.id limit {Page}
        """).ToListAsync(ct);

    private Task MatchAsync(List<SealedCall> rows, PersonMatcher person, ConcurrentDictionary<Guid, string> found, CancellationToken ct) =>
        Parallel.ForEachAsync(rows.Chunk(Portion), ct, async (portion, stop) =>
        {
            foreach (var row in portion)
            {
                if (await MatchAsync(row, person, stop) is { } by)
                {
                    found[row.Id] = by;
                }
            }
        });

    private async ValueTask<string?> MatchAsync(SealedCall call, PersonMatcher person, CancellationToken ct)
    {
        try
        {
            return call.Name is not null && person.Match(await cipher.OpenTextAsync(db.Organization, ReceiveCall.NamePurpose, call.Id, call.Name, ct)) is { } by ? by
                : call.Raw is not null && IsSpokenOf(person, await cipher.OpenAsync(db.Organization, StoredTranscript.RawPurpose, call.Id, call.Raw, ct)) ? "text"
                : null;
        }
        catch (CryptographicException)
        {
            return null; // sealed under a key that was destroyed since
        }
    }

    private static bool IsSpokenOf(PersonMatcher person, byte[] transcript)
    {
        var buffer = ArrayPool<char>.Shared.Rent(RawTranscript.MostLetters(transcript));
        try
        {
            var text = buffer.AsSpan(0, RawTranscript.CopyText(transcript, buffer));
            return person.MayMatch(text) && person.Match(text.ToString()) is not null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    private sealed record SealedCall(Guid Id, byte[]? Name, byte[]? Raw);
}
