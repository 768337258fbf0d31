using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// Network addresses of sign-ins, and the counters against guessing, live for 60 days (clause A49). Looks once an hour; safe to run on
/// several machines.
/// </summary>
internal sealed partial class ForgetAddresses(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetAddresses> log) : BackgroundService
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var old = now - Life;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database.ExecuteSqlAsync($"delete from accounts.throttle where last_at < {old}", ct);
        foreach (var organization in await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct))
        {
            await ForgetAsync(organization.Id, old, ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return; // the server stops
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(clock.GetUtcNow(), ct);
        }
        catch (NpgsqlException away)
        {
            LogLater(log, away.GetType().Name);
        }
    }

    private async Task ForgetAsync(Guid organization, DateTimeOffset old, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await db.Set<Session>().Where(row => row.CreatedAt < old && row.Address != null).ExecuteUpdateAsync(row => row.SetProperty(s => s.Address, (byte[]?)null), ct);
        await db.Set<SignInRecord>().Where(row => row.At < old && row.Address != null).ExecuteUpdateAsync(row => row.SetProperty(s => s.Address, (byte[]?)null), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old addresses could not be forgotten now ({Reason}); tried again in an hour")]
    private static partial void LogLater(ILogger log, string reason);
}
