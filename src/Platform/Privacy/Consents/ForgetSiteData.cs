using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Schedules;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>
/// What visitors left ends: inquiries after a year, addresses that were never confirmed and letters after thirty days, puzzles after a
/// day, figures of visits after a year.
/// </summary>
internal sealed class ForgetSiteData(IServiceScopeFactory scopes, TimeProvider clock) : IScheduledTask
{
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var organizations = await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct);
        await ForgetAsync(TenantCipher.Installation, now, ct);
        foreach (var organization in organizations)
        {
            await ForgetAsync(organization.Id, now, ct);
        }
    }

    private async Task ForgetAsync(Guid organization, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        var database = scope.ServiceProvider.GetRequiredService<PlatformDb>().Database;
        var (month, year) = (now.AddDays(-30), now.AddYears(-1));
        await database.ExecuteSqlAsync($"delete from privacy.letters where organization_id = {organization} and created_at < {month}", ct);
        if (organization == TenantCipher.Installation)
        {
            await database.ExecuteSqlAsync($"delete from privacy.inquiries where organization_id = {organization} and created_at < {year}", ct);
            await database.ExecuteSqlAsync(
                $"update privacy.consents set subject = null, subject_index = null where organization_id = {organization} and purpose = 'newsletter' and confirmed_at is null and given_at < {month} and subject is not null", ct);
            await database.ExecuteSqlAsync($"delete from privacy.spent_puzzles where spent_at < {now.AddDays(-1)}", ct);
            await database.ExecuteSqlAsync($"select privacy.forget_visits({DateOnly.FromDateTime(year.UtcDateTime)})", ct);
        }
    }
}
