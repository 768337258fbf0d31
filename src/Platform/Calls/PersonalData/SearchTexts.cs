using System.Collections.Concurrent;
using System.Security.Cryptography;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.PersonalData;

/// <summary>Opens the sealed name and text of every call of the organization and looks inside. Nothing opened is kept.</summary>
internal sealed class SearchTexts(PlatformDb db, TenantCipher cipher)
{
    private const int Page = 2000;

    /// <returns>Calls that speak of the person, and by what.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(PersonMatcher person, CancellationToken ct)
    {
        var found = new ConcurrentDictionary<Guid, string>();
        var after = Guid.Empty;
        while (await PageAsync(after, ct) is { Count: > 0 } rows)
        {
            await Parallel.ForEachAsync(rows, ct, async (row, stop) =>
            {
                if (await MatchAsync(row, person, stop) is { } by)
                {
                    found[row.Id] = by;
                }
            });
            after = rows[^1].Id;
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

    private async Task<string?> MatchAsync(SealedCall call, PersonMatcher person, CancellationToken ct)
    {
        var name = call.Name is null ? null : person.Match(await NameAsync(call.Id, call.Name, ct));
        var text = name is null && call.Raw is not null ? await OpenAsync(cipher, db.Organization, call.Id, call.Raw, ct) : null;
        return name ?? (text is not null && person.Match(text) is not null ? "text" : null);
    }

    private async Task<string> NameAsync(Guid id, byte[] name, CancellationToken ct)
    {
        try
        {
            return await cipher.OpenTextAsync(db.Organization, ReceiveCall.NamePurpose, id, name, ct);
        }
        catch (CryptographicException)
        {
            return string.Empty;
        }
    }

    private sealed record SealedCall(Guid Id, byte[]? Name, byte[]? Raw);
}
