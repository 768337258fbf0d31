using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <summary>How the metadata of a call names its agent; any of them may be absent.</summary>
public sealed record AgentMention(string? ExternalId = null, string? Extension = null, string? Name = null);

/// <summary>An agent as a call refers to one.</summary>
public sealed record AgentReference(Guid Id, Guid? DepartmentId);

/// <summary>
/// Finds the agent of a call by id in the source system, by extension, or by name, in this order, and makes one when none is known.
/// An agent who was known by extension or name alone takes the id of the mention; one with another id is another person of that name.
/// Safe to run many times at once, and inside a transaction.
/// </summary>
public sealed class AgentDirectory(PlatformDb db, TenantContext tenant, TenantCipher cipher, NameAgent names, TimeProvider clock)
{
    /// <returns>The agent; null when the mention names nobody.</returns>
    public async Task<AgentReference?> FindOrCreateAsync(AgentMention mention, CancellationToken ct)
    {
        var wanted = await names.IndexAsync(mention, ct);
        return wanted.Count == 0
            ? null
            : await FindAsync(wanted, ct) ?? await CreateAsync(mention, wanted, ct) ?? await FindAsync(wanted, ct)
                ?? throw new InvalidOperationException("The agent was taken away while it was made.");
    }

    public async Task<AgentReference?> FindAsync(AgentMention mention, CancellationToken ct) => await FindAsync(await names.IndexAsync(mention, ct), ct);

    /// <summary>Names of agents, for a list or a page.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> agents, CancellationToken ct)
    {
        var rows = await db.Set<Agent>().AsNoTracking().Where(row => agents.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(ct);
        var result = new Dictionary<Guid, string>(rows.Count);
        foreach (var row in rows)
        {
            result[row.Id] = await cipher.OpenTextAsync(tenant.OrganizationId, Agent.NameColumn, row.Id, row.Name, ct);
        }

        return result;
    }

    private async Task<AgentReference?> FindAsync(IReadOnlyList<IndexedName> wanted, CancellationToken ct)
    {
        var hasId = wanted.Count > 0 && wanted[0].Kind == AgentName.ExternalId;
        foreach (var name in wanted)
        {
            var mustLackId = hasId && name.Kind != AgentName.ExternalId;
            if (await FindOneAsync(name, mustLackId, ct) is { } found)
            {
                _ = mustLackId && await names.TryTakeAsync(found.Id, wanted[0], ct);
                return found;
            }
        }

        return null;
    }

    private Task<AgentReference?> FindOneAsync(IndexedName name, bool mustLackId, CancellationToken ct) => (
        from row in db.Set<AgentName>()
        join agent in db.Set<Agent>() on row.AgentId equals agent.Id
        where row.Kind == name.Kind && row.ValueIndex == name.Index
            && (!mustLackId || !db.Set<AgentName>().Any(other => other.AgentId == agent.Id && other.Kind == AgentName.ExternalId))
        select new AgentReference(agent.Id, agent.DepartmentId)).SingleOrDefaultAsync(ct);

    // Two calls of a new agent race for the agent's surest name; who loses takes back what it made.
    private async Task<AgentReference?> CreateAsync(AgentMention mention, IReadOnlyList<IndexedName> wanted, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var shown = new[] { mention.Name, mention.ExternalId, mention.Extension }.First(name => !string.IsNullOrWhiteSpace(name))?.Trim() ?? "";
        var sealedName = await cipher.SealAsync(tenant.OrganizationId, Agent.NameColumn, id, shown, ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into accounts.agents (organization_id, id, name, created_at) values ({tenant.OrganizationId}, {id}, {sealedName}, {now})", ct);
        if (!await names.TryTakeAsync(id, wanted[0], ct))
        {
            await db.Set<Agent>().Where(agent => agent.Id == id).ExecuteDeleteAsync(ct);
            return null;
        }

        foreach (var name in wanted.Skip(1))
        {
            await names.TryTakeAsync(id, name, ct);
        }

        return new AgentReference(id, null);
    }
}
