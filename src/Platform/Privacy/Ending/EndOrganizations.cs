using System.Text.Json;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Ending;

/// <summary>
/// The days of grace of an organization are over: its id goes to the list of tombstones, its keys are destroyed, its rows are erased. What
/// a backup of before holds of it is sealed under keys that a restore destroys again (clauses A37, B36, E19).
/// </summary>
public sealed class EndOrganizations(IServiceScopeFactory scopes, PlatformSettings settings, TimeProvider clock) : IScheduledTask
{
    private const string Holder = "organization";
    private const string Table = "accounts.organizations";

    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var leaving = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database
            .SqlQuery<Guid>($"select organization_id as \"Value\" from accounts.leaving_organizations({now})").ToListAsync(ct);
        foreach (var organization in leaving)
        {
            await EndAsync(organization, ct);
        }
    }

    /// <summary>After a restore: organizations that had ended by now end again.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AgainAsync(CancellationToken ct)
    {
        var file = KeepTombstones.FileOf(settings);
        var ended = File.Exists(file) ? (await File.ReadAllLinesAsync(file, ct)).Select(Parse).OfType<Guid>().Distinct().ToList() : [];
        var again = 0;
        foreach (var organization in ended)
        {
            again += await IsThereAsync(organization, ct) ? 1 : 0;
        }

        return again;
    }

    private async Task<bool> IsThereAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = Of(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var returned = await db.Database.ExecuteSqlAsync($"update accounts.organizations set state = 'closing' where organization_id = {organization} and state <> 'closed'", ct) == 1;
        if (returned)
        {
            await EndAsync(organization, ct);
        }

        return returned;
    }

    private async Task EndAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = Of(organization);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await scope.ServiceProvider.GetRequiredService<KeepTombstones>().AddAsync(Holder, Table, [organization], ct);
        await db.SaveChangesAsync(ct);
        await scope.ServiceProvider.GetRequiredService<TenantCipher>().DestroyAsync(organization, ct);
        var now = clock.GetUtcNow();
        var rows = await db.Database.SqlQuery<long>($"select accounts.erase_organization({organization}, {now}) as \"Value\"").SingleAsync(ct);
        await scope.ServiceProvider.GetRequiredService<AuditLog>().RecordAsync("organization.erased", "organization", organization, "retention", null, JsonSerializer.Serialize(new { rows }), ct);
        await db.SaveChangesAsync(ct);
    }

    private AsyncServiceScope Of(Guid organization)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return scope;
    }

    private static Guid? Parse(string line) => line.Split(' ') is [var organization, Holder, Table, _] && Guid.TryParseExact(organization, "n", out var id) ? id : null;
}
