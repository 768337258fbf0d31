using System.Globalization;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Finds everything about one person in all modules: first by what is known of them, then what hangs on the rows that were found.</summary>
public sealed class FindPerson(IEnumerable<IPersonalDataHolder> holders, PlatformDb db, AuditLog audit)
{
    internal IReadOnlyList<IPersonalDataHolder> Holders { get; } = [.. holders];

    /// <summary>Searches, and tells the audit log that somebody looked.</summary>
    /// <param name="who">What is known of the person.</param>
    /// <param name="caseId">The request that asks for it.</param>
    /// <param name="ct">Stops the search.</param>
    public async Task<IReadOnlyList<HeldRecord>> RunAsync(PersonKeys who, Guid? caseId, CancellationToken ct)
    {
        await ShowRestrictedAsync(ct);
        var found = new Dictionary<(string, Guid), HeldRecord>();
        await CollectAsync(who, found, ct);
        await CollectAsync(PersonKeys.Linked([.. who.Ids, .. found.Values.Select(record => record.Id).Distinct()]), found, ct);
        await audit.RecordAsync("person.searched", "request", caseId, "subject_request", null, string.Create(CultureInfo.InvariantCulture, $$"""{"records":{{found.Count}}}"""), ct);
        await db.SaveChangesAsync(ct);
        return [.. found.Values];
    }

    /// <summary>What is frozen is shown to the desk that froze it, on this connection alone.</summary>
    internal async Task ShowRestrictedAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select set_config('app.restricted', 'shown', false)", ct);
    }

    private async Task CollectAsync(PersonKeys who, Dictionary<(string, Guid), HeldRecord> found, CancellationToken ct)
    {
        foreach (var holder in Holders)
        {
            foreach (var record in await holder.FindAsync(who, ct))
            {
                found.TryAdd((record.Table, record.Id), record);
            }
        }
    }
}
