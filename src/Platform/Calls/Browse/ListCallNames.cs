using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>A flag or topic that occurs, and how often among the newest calls.</summary>
public sealed record CallName(string Kind, string Name, long Calls);

/// <summary>Lists the flags and topics that the filters offer.</summary>
public sealed class ListCallNames(PlatformDb db)
{
    private const int Newest = 2000;

    public async Task<ILookup<string, CallName>> RunAsync(CancellationToken ct)
    {
        var names = await db.Database.SqlQuery<CallName>(
            $"""select kind as "Kind", name as "Name", calls as "Calls" from calls.list_names({Newest})""").ToListAsync(ct);
        return names.ToLookup(name => name.Kind);
    }
}
