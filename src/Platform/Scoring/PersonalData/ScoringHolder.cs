using System.Globalization;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Scoring.PersonalData;

/// <summary>What was judged of a call: its words by number, scores, reviews and appeals. Found by the call, and gone with it.</summary>
internal sealed class ScoringHolder(PlatformDb db) : IPersonalDataHolder
{
    private const string Calls = "scoring.calls";

    public string Name => "scoring";

    public IReadOnlyList<string> Tables => [Calls, "scoring.words", "scoring.scores", "scoring.reviews", "scoring.appeals", "scoring.model_uses"];

    public async Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct)
    {
        var ids = who.Ids.ToArray();
        var rows = await db.Database.SqlQuery<Judged>(
            $"""
            select c.call_id as "CallId", 'score, version ' || s.version_no as "Field", coalesce(s.score::text, '-') || ' ' || s.answers as "Value"
            from scoring.calls c join scoring.scores s on s.organization_id = c.organization_id and s.call_id = c.call_id
              join scoring.versions v on v.organization_id = s.organization_id and v.no = s.version_no
            where c.organization_id = kernel.current_tenant() and c.call_id = any({ids})
            union all
            select call_id, 'summary', summary from scoring.model_uses where organization_id = kernel.current_tenant() and call_id = any({ids}) and summary is not null
            union all
            select call_id, 'review', reason from scoring.reviews where organization_id = kernel.current_tenant() and call_id = any({ids})
            union all
            select call_id, 'appeal', reason || coalesce(' / ' || answer, '') from scoring.appeals where organization_id = kernel.current_tenant() and call_id = any({ids})
            """).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.CallId).Select(call => new HeldRecord(Name, Calls, call.Key, [.. call.Select(row => new HeldField(row.Field, row.Value))], "link"))];
    }

    // Nothing here is a person's name or number.
    public Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct) => Task.FromResult(0);

    // The policy of the database hides what belongs to a frozen call, from scoring as well.
    public Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct) => Task.FromResult(records.Count(record => record.Table == Calls));

    public async Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct)
    {
        var ids = records.Where(record => record.Table == Calls).Select(record => record.Id).Distinct().ToArray();
        var gone = 0;
        foreach (var id in ids)
        {
            gone += await EraseAsync(id, ct);
        }

        return new HolderErasure(Name, gone > 0 ? new Dictionary<string, int> { [Calls] = gone } : [], new Dictionary<string, int>());
    }

    private async Task<int> EraseAsync(Guid id, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from scoring.scores s using scoring.versions v
            where v.organization_id = kernel.current_tenant() and s.organization_id = v.organization_id and s.version_no = v.no and s.call_id = {id}
            """, ct);
        await db.Database.ExecuteSqlAsync($"delete from scoring.reviews where organization_id = kernel.current_tenant() and call_id = {id}", ct);
        await db.Database.ExecuteSqlAsync($"delete from scoring.appeals where organization_id = kernel.current_tenant() and call_id = {id}", ct);
        await db.Database.ExecuteSqlAsync($"delete from scoring.model_uses where organization_id = kernel.current_tenant() and call_id = {id}", ct);
        return await db.Database.ExecuteSqlAsync($"delete from scoring.calls where organization_id = kernel.current_tenant() and call_id = {id}", ct);
    }

    private sealed record Judged(Guid CallId, string Field, string Value);
}
