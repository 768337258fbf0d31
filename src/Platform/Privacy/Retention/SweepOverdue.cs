using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Privacy.Retention;

/// <summary>Goes through all organizations every hour and erases what is due, in one process at a time.</summary>
internal sealed partial class SweepOverdue(IServiceScopeFactory scopes, NpgsqlDataSource source, ForgetOldAudit audit, TimeProvider clock, ILogger<SweepOverdue> log)
    : IScheduledTask
{
    private const long LockId = 0x5245_5445_4E54; // "RETENT"

    public async Task RunAsync(CancellationToken ct)
    {
        await using var holder = await source.OpenConnectionAsync(ct);
        if (!await TryLockAsync(holder, ct))
        {
            return;
        }

        var rows = await ForgetThrottleAsync(ct) + await audit.RunAsync(ct);
        foreach (var organization in (await OrganizationsAsync(ct)).Prepend(TenantCipher.Installation))
        {
            rows += await EraseAsync(organization, ct);
        }

        await UnlockAsync(holder, ct);
        if (rows > 0)
        {
            LogErased(log, rows);
        }
    }

    private async Task<long> EraseAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return await scope.ServiceProvider.GetRequiredService<EraseOverdue>().RunAsync(ct);
    }

    private async Task<long> ForgetThrottleAsync(CancellationToken ct)
    {
        var period = RetentionTimers.All.Single(timer => timer.Id == RetentionTimers.AntiAbuse).Limit;
        await using var forget = source.CreateCommand("delete from accounts.throttle where last_at <= @cutoff");
        forget.Parameters.AddWithValue("cutoff", Cutoff.Before(clock.GetUtcNow(), period));
        return await forget.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken ct)
    {
        await using var select = source.CreateCommand("select organization_id from accounts.list_organizations() where state <> 'closed'");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var organizations = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            organizations.Add(reader.GetGuid(0));
        }

        return organizations;
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection holder, CancellationToken ct)
    {
        await using var take = new NpgsqlCommand("select pg_try_advisory_lock(@id)", holder);
        take.Parameters.AddWithValue("id", LockId);
        return await take.ExecuteScalarAsync(ct) is true;
    }

    private static async Task UnlockAsync(NpgsqlConnection holder, CancellationToken ct)
    {
        await using var give = new NpgsqlCommand("select pg_advisory_unlock(@id)", holder);
        give.Parameters.AddWithValue("id", LockId);
        await give.ExecuteScalarAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Rows} rows were due and are erased")]
    private static partial void LogErased(ILogger log, long rows);
}
