using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Privacy.SubjectRequests;

/// <summary>
/// Looks at the clocks of open requests: stops and destroys in time what was withdrawn, tries again what failed, and tells once, three
/// days ahead, that an answer is due.
/// </summary>
internal sealed class WatchRequests(IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock) : IScheduledTask
{
    private const int MostAttempts = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var organization in (await OrganizationsAsync(ct)).Prepend(RouteRequest.OperatorsDesk))
        {
            foreach (var request in await InScopeAsync(organization, DueAsync, ct))
            {
                await InScopeAsync(organization, (services, stop) => KeepAsync(services, request, stop), ct);
            }

            await InScopeAsync(organization, WarnAsync, ct);
        }
    }

    private static async Task<bool> KeepAsync(IServiceProvider services, Guid request, CancellationToken ct)
    {
        await services.GetRequiredService<ActOnRequest>().KeepPromisesAsync(request, ct);
        return true;
    }

    private async Task<List<Guid>> DueAsync(IServiceProvider services, CancellationToken ct)
    {
        var soon = clock.GetUtcNow().AddDays(1);
        return await services.GetRequiredService<PlatformDb>().Set<SubjectRequest>()
            .Where(row => row.VerifiedAt != null && row.Attempts < MostAttempts && row.State != RequestStates.Refused
                && ((row.Failure != null && row.ClosedAt == null) || (row.StopDueAt != null && row.StoppedAt == null) || (row.DestroyDueAt != null && row.DestroyedAt == null && row.DestroyDueAt <= soon)))
            .Select(row => row.Id).ToListAsync(ct);
    }

    private async Task<int> WarnAsync(IServiceProvider services, CancellationToken ct)
    {
        var (db, audit) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<AuditLog>());
        var soon = clock.GetUtcNow() + Ahead;
        var due = await db.Set<SubjectRequest>().Where(row => row.ClosedAt == null && row.WarnedAt == null && row.DueAt <= soon).ToListAsync(ct);
        foreach (var request in due)
        {
            request.WarnedAt = clock.GetUtcNow();
            await audit.RecordAsync("request.due_soon", "request", request.Id, "subject_request", null, null, ct);
        }

        return await db.SaveChangesAsync(ct);
    }

    private async Task<T> InScopeAsync<T>(Guid organization, Func<IServiceProvider, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return await work(scope.ServiceProvider, ct);
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken ct)
    {
        await using var select = source.CreateCommand("select organization_id from accounts.list_organizations() where state = 'active'");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var organizations = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            organizations.Add(reader.GetGuid(0));
        }

        return organizations;
    }
}
