using Earshot.Platform.Kernel.Schedules;
using Npgsql;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>Chains what was committed since the last run.</summary>
internal sealed class LinkAuditTask(LinkAudit link) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (await link.RunAsync(ct) > 0)
        {
        }
    }
}

/// <summary>Seals the heads of the chains.</summary>
internal sealed class SealAuditTask(LinkAudit link) : IScheduledTask
{
    public Task RunAsync(CancellationToken ct) => link.SealAsync(ct);
}

/// <summary>Makes the partition of the next year in time.</summary>
internal sealed class PrepareAuditTask(NpgsqlDataSource source, TimeProvider clock) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var ensure = source.CreateCommand("select kernel.ensure_audit_partitions(@upto)");
        ensure.Parameters.AddWithValue("upto", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddYears(1)));
        await ensure.ExecuteNonQueryAsync(ct);
    }
}
