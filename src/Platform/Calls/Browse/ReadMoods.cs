using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Browse;

/// <summary>Reads the course of the mood of the calls on a page of the list.</summary>
public sealed class ReadMoods(PlatformDb db)
{
    /// <returns>Score of each turn by call; a call that was not analysed is absent.</returns>
    public async Task<IReadOnlyDictionary<Guid, double[]>> RunAsync(Guid[] calls, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Mood>(
            $"""
            select call_id as "CallId", array(select value::float8 from jsonb_array_elements_text(result -> 'sentiment' -> 'turns')) as "Turns"
            from calls.analyses where organization_id = kernel.current_tenant() and call_id = any({calls}) and is_current
            """).ToListAsync(ct);
        return rows.ToDictionary(row => row.CallId, row => row.Turns);
    }

    private sealed record Mood(Guid CallId, double[] Turns);
}
