using System.Collections.Concurrent;
using Earshot.Analysis.Stored;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.Calls;

/// <summary>The book of words of each organization, kept in memory until it has grown.</summary>
public sealed class WordBooks
{
    private readonly ConcurrentDictionary<Guid, WordBook> books = new();

    public async Task<WordBook> ReadAsync(PlatformDb db, CancellationToken ct)
    {
        var known = books.GetValueOrDefault(db.Organization, WordBook.Empty);
        var last = await db.Database.SqlQuery<int>($"""select coalesce(max(no), 0) as "Value" from scoring.words where organization_id = kernel.current_tenant()""").SingleAsync(ct);
        if (last == known.Count)
        {
            return known;
        }

        var forms = await db.Database.SqlQuery<string>($"""select form as "Value" from scoring.words where organization_id = kernel.current_tenant() order by no""").ToListAsync(ct);
        return books[db.Organization] = new WordBook(forms);
    }
}
