using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Web.CommandLine.Seed;

/// <summary>Finds the organization that a seed goes to, and gives it a team where it has none.</summary>
internal static class SeedTargets
{
    /// <returns>Null when there is no such organization, or when there are several and none was named.</returns>
    public static async Task<SeedTarget?> FindAsync(IServiceProvider services, Guid? wanted, CancellationToken ct)
    {
        await using var door = services.CreateAsyncScope();
        var all = await door.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(ct);
        var organization = wanted is null && all.Count == 1 ? all[0] : all.FirstOrDefault(entry => entry.Id == wanted);
        if (organization is null)
        {
            return null;
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization.Id);
        var agents = await AgentsAsync(scope.ServiceProvider, ct);
        var key = await MaskSeal.KeyAsync(scope.ServiceProvider.GetRequiredService<TenantCipher>(), organization.Id, ct);
        return new SeedTarget(organization.Id, agents, key);
    }

    private static async Task<IReadOnlyList<(Guid Id, Guid? Department)>> AgentsAsync(IServiceProvider services, CancellationToken ct)
    {
        var list = services.GetRequiredService<ListAgents>();
        if ((await list.RunAsync(withArchived: false, ct)).Count == 0)
        {
            await HireAsync(services, ct);
        }

        var agents = await list.RunAsync(withArchived: false, ct);
        var order = SeedLines.Agents.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
        return [.. agents.OrderBy(agent => order.GetValueOrDefault(agent.Name, int.MaxValue)).Select(agent => (agent.Id, agent.DepartmentId))];
    }

    private static async Task HireAsync(IServiceProvider services, CancellationToken ct)
    {
        var departments = new List<Guid>();
        foreach (var name in SeedLines.Departments)
        {
            departments.Add((await services.GetRequiredService<SaveDepartment>().CreateAsync(name, ct)).Value);
        }

        for (var i = 0; i < SeedLines.Agents.Length; i++)
        {
            await services.GetRequiredService<SaveAgent>().CreateAsync(new SaveAgentRequest(SeedLines.Agents[i], DepartmentId: departments[i % departments.Count]), ct);
        }
    }
}
