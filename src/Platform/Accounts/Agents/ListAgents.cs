using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Agents;

public sealed record AgentLine(Guid Id, string Name, string? ExternalId, string? Extension, Guid? DepartmentId, Guid? UserId, bool IsArchived);

/// <summary>The agents by name; archived ones too when asked for.</summary>
public sealed class ListAgents(PlatformDb db, TenantCipher cipher)
{
    public async Task<IReadOnlyList<AgentLine>> RunAsync(bool withArchived, CancellationToken ct)
    {
        var agents = await db.Set<Agent>().AsNoTracking().Where(row => withArchived || row.ArchivedAt == null).ToListAsync(ct);
        var names = (await db.Set<AgentName>().AsNoTracking().Where(row => row.Kind != AgentName.Name).ToListAsync(ct)).ToLookup(row => row.AgentId);
        var lines = new List<AgentLine>(agents.Count);
        foreach (var agent in agents)
        {
            var name = await cipher.OpenTextAsync(agent.OrganizationId, Agent.NameColumn, agent.Id, agent.Name, ct);
            var id = await OpenAsync(names[agent.Id], AgentName.ExternalId, ct);
            var extension = await OpenAsync(names[agent.Id], AgentName.Extension, ct);
            lines.Add(new(agent.Id, name, id, extension, agent.DepartmentId, agent.UserId, agent.ArchivedAt is not null));
        }

        return [.. lines.OrderBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private async Task<string?> OpenAsync(IEnumerable<AgentName> names, string kind, CancellationToken ct) =>
        names.FirstOrDefault(row => row.Kind == kind) is { } row
            ? await cipher.OpenTextAsync(row.OrganizationId, AgentName.ValueColumn, row.AgentId, row.Value, ct)
            : null;
}
