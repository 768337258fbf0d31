using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>A control that was green and is red now.</summary>
public sealed record TurnedRed(string Control, string Evidence);

/// <summary>
/// Writes what a run found: the run itself, and for each control a row as long as its status stays. Written as the owner of the database;
/// the product's role can only read it.
/// </summary>
public sealed class KeepProofs(PlatformSettings settings, TimeProvider clock)
{
    /// <param name="proofs">What was found.</param>
    /// <param name="way"><c>schedule</c> or <c>command</c>.</param>
    /// <param name="started">When the run began.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>What turned red with this run.</returns>
    public async Task<IReadOnlyList<TurnedRed>> RunAsync(IReadOnlyList<Proof> proofs, string way, DateTimeOffset started, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(settings.Database);
        await owner.OpenAsync(ct);
        await using var transaction = await owner.BeginTransactionAsync(ct);
        await AddRunAsync(owner, proofs, way, started, ct);
        var red = new List<TurnedRed>();
        foreach (var proof in proofs)
        {
            if (await KeepAsync(owner, proof, ct) && proof.Status == ProofStatus.Fail)
            {
                red.Add(new TurnedRed(proof.Control, proof.Evidence));
            }
        }

        await transaction.CommitAsync(ct);
        return red;
    }

    private async Task AddRunAsync(NpgsqlConnection owner, IReadOnlyList<Proof> proofs, string way, DateTimeOffset started, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            """
            insert into privacy.proof_runs (id, started_at, finished_at, way, passed, failed, unknown) values (@id, @started, @finished, @way, @passed, @failed, @unknown);
            delete from privacy.proof_runs where finished_at < @finished - interval '1 year';
            """,
            owner);
        var now = clock.GetUtcNow();
        insert.Parameters.AddWithValue("id", Guid.CreateVersion7(now));
        insert.Parameters.AddWithValue("started", started);
        insert.Parameters.AddWithValue("finished", now);
        insert.Parameters.AddWithValue("way", way);
        insert.Parameters.AddWithValue("passed", proofs.Count(proof => proof.Status == ProofStatus.Pass));
        insert.Parameters.AddWithValue("failed", proofs.Count(proof => proof.Status == ProofStatus.Fail));
        insert.Parameters.AddWithValue("unknown", proofs.Count(proof => proof.Status == ProofStatus.Unknown));
        await insert.ExecuteNonQueryAsync(ct);
    }

    /// <returns>True when the status is another than before.</returns>
    private static async Task<bool> KeepAsync(NpgsqlConnection owner, Proof proof, CancellationToken ct)
    {
        await using var keep = new NpgsqlCommand(
            """
            with latest as (select control, since, status from privacy.control_states where control = @control order by since desc limit 1),
              same as (update privacy.control_states s set seen_at = @at, evidence = @evidence from latest l
                where s.control = l.control and s.since = l.since and l.status = @status returning 1),
              added as (insert into privacy.control_states (control, since, status, seen_at, evidence)
                select @control, @at, @status, @at, @evidence where not exists (select from same)
                on conflict (control, since) do update set status = excluded.status, evidence = excluded.evidence returning 1)
            select count(*) from added
            """,
            owner);
        keep.Parameters.AddWithValue("control", proof.Control);
        keep.Parameters.AddWithValue("status", proof.Status);
        keep.Parameters.AddWithValue("at", proof.CheckedAt);
        keep.Parameters.AddWithValue("evidence", proof.Evidence);
        return await keep.ExecuteScalarAsync(ct) is 1L;
    }
}
