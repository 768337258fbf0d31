using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>How a control stood for a while.</summary>
/// <param name="Control">Its id.</param>
/// <param name="Status"><c>pass</c>, <c>fail</c> or <c>unknown</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="SeenAt">When it was looked at last.</param>
/// <param name="Evidence">What was found then.</param>
public sealed record ControlState(string Control, string Status, DateTimeOffset Since, DateTimeOffset SeenAt, string Evidence);

/// <summary>One run of all checks.</summary>
public sealed record ProofRun(Guid Id, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Way, int Passed, int Failed, int Unknown);

/// <summary>Reads what the checks found: how each control stands, how it stood before, and the runs.</summary>
public sealed class ReadProofs(PlatformDb db)
{
    /// <summary>How each control stands now.</summary>
    public async Task<IReadOnlyList<ControlState>> NowAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<ControlState>(
            $"""
            select distinct on (control) control as "Control", status as "Status", since as "Since", seen_at as "SeenAt", evidence as "Evidence"
            from privacy.control_states order by control, since desc
            """).ToListAsync(ct);

    /// <summary>How a control stood before, newest first.</summary>
    public async Task<IReadOnlyList<ControlState>> HistoryAsync(string control, CancellationToken ct) =>
        await db.Database.SqlQuery<ControlState>(
            $"""
            select control as "Control", status as "Status", since as "Since", seen_at as "SeenAt", evidence as "Evidence"
            from privacy.control_states where control = {control} order by since desc limit 50
            """).ToListAsync(ct);

    /// <summary>The latest runs, newest first.</summary>
    public async Task<IReadOnlyList<ProofRun>> RunsAsync(int count, CancellationToken ct) =>
        await db.Database.SqlQuery<ProofRun>(
            $"""
            select id as "Id", started_at as "StartedAt", finished_at as "FinishedAt", way as "Way", passed as "Passed", failed as "Failed", unknown as "Unknown"
            from privacy.proof_runs order by started_at desc limit {count}
            """).ToListAsync(ct);
}
