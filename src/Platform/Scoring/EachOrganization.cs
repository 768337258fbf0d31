using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Scoring;

/// <summary>Does the same for each active organization, in a scope of its own.</summary>
internal sealed class EachOrganization(IServiceScopeFactory scopes)
{
    public async Task RunAsync<TSlice>(Func<TSlice, Task> use, CancellationToken ct)
        where TSlice : notnull
    {
        foreach (var organization in await ListAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization.Id);
            await use(scope.ServiceProvider.GetRequiredService<TSlice>());
        }
    }

    private async Task<IReadOnlyList<OrganizationEntry>> ListAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct)).Where(known => known.State == "active")];
    }
}
