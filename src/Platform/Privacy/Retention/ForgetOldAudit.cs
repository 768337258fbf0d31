using System.Globalization;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>
/// Ends the audit log of seven years ago (clause A20). The product's role may not delete events, so this goes through the owner of the
/// database. The beginning of each chain is cut off as a whole: what is left still verifies. An emptied partition is dropped.
/// </summary>
internal sealed class ForgetOldAudit(PlatformSettings settings, TimeProvider clock)
{
    private const int Batch = 5000;

    /// <returns>Events that are gone.</returns>
    public async Task<long> RunAsync(CancellationToken ct)
    {
        var cutoff = Cutoff.Before(clock.GetUtcNow(), RetentionTimers.All.Single(timer => timer.Id == RetentionTimers.Audit).Limit);
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        var gone = 0L;
        while (await CutAsync(owner, cutoff, ct) is var events and > 0)
        {
            gone += events;
        }

        return gone;
    }

    /// <summary>Events of all organizations that should be gone.</summary>
    public const string Overdue =
        """
        select count(*) from kernel.audit_chain c where c.at <= @cutoff
          and c.seq < coalesce((select min(k.seq) from kernel.audit_chain k where k.organization_id = c.organization_id and k.at > @cutoff), 9223372036854775807)
        """;

    // Events are chained when they are seen, not when they happened: only the part of a chain that is old throughout goes.
    private static async Task<long> CutAsync(NpgsqlDataSource owner, DateTimeOffset cutoff, CancellationToken ct)
    {
        await using var cut = owner.CreateCommand(
            """
            with old as materialized (
              select c.organization_id, c.seq, c.at, c.event_id from kernel.audit_chain c where c.at <= @cutoff
                and c.seq < coalesce((select min(k.seq) from kernel.audit_chain k where k.organization_id = c.organization_id and k.at > @cutoff), 9223372036854775807)
              order by c.organization_id, c.seq limit @batch),
            events as (delete from kernel.audit_events e using old where e.organization_id = old.organization_id and e.at = old.at and e.id = old.event_id returning 1),
            people as (delete from kernel.audit_people p using old where p.organization_id = old.organization_id and p.event_id = old.event_id returning 1),
            seals as (delete from kernel.audit_seals s using old where s.organization_id = old.organization_id and s.seq = old.seq returning 1),
            links as (delete from kernel.audit_chain c using old where c.organization_id = old.organization_id and c.seq = old.seq returning 1)
            select count(*) from links
            """);
        cut.Parameters.AddWithValue("cutoff", cutoff);
        cut.Parameters.AddWithValue("batch", Batch);
        return Convert.ToInt64(await cut.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
