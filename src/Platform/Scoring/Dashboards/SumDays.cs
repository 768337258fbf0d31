using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Scoring.Dashboards;

/// <summary>Sums the days again on which calls were added, judged anew or deleted.</summary>
internal sealed class SumDays(IServiceScopeFactory scopes, NpgsqlDataSource source) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var group in (await DaysAsync(ct)).GroupBy(day => day.Organization))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(group.Key);
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            foreach (var (_, day) in group)
            {
                await SumAsync(db, day, ct);
            }
        }
    }

    // The mark goes first, in the same transaction: a call that comes meanwhile sets it again. The row lock keeps two workers apart.
    private static async Task SumAsync(PlatformDb db, DateOnly day, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Database.ExecuteSqlAsync($"delete from scoring.dirty_days where organization_id = kernel.current_tenant() and day = {day}", ct) > 0)
        {
            await db.Database.ExecuteSqlAsync($"select scoring.sum_calls({day}, {day}), scoring.sum_scores({day})", ct);
        }

        await transaction.CommitAsync(ct);
    }

    private async Task<List<(Guid Organization, DateOnly Day)>> DaysAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select organization_id, day from scoring.days_to_sum()");
        await using var rows = await command.ExecuteReaderAsync(ct);
        var days = new List<(Guid Organization, DateOnly Day)>();
        while (await rows.ReadAsync(ct))
        {
            days.Add((rows.GetGuid(0), rows.GetFieldValue<DateOnly>(1)));
        }

        return days;
    }
}
