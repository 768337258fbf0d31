using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Agents;

/// <summary>A name of an agent with its blind index.</summary>
internal sealed record IndexedName(string Kind, string Value, byte[] Index);

/// <summary>Keeps the names by which the metadata of calls finds agents.</summary>
public sealed class NameAgent(PlatformDb db, TenantContext tenant, TenantCipher cipher)
{
    /// <returns>The names that are there, the surest first.</returns>
    internal async Task<IReadOnlyList<IndexedName>> IndexAsync(AgentMention mention, CancellationToken ct)
    {
        var names = new List<IndexedName>(3);
        foreach (var (kind, value) in new[] { (AgentName.ExternalId, mention.ExternalId), (AgentName.Extension, mention.Extension), (AgentName.Name, mention.Name) })
        {
            if (Normal(value) is { Length: > 0 } normal)
            {
                names.Add(new(kind, normal, await cipher.BlindIndexAsync(tenant.OrganizationId, $"agent_names.{kind}", normal, ct)));
            }
        }

        return names;
    }

    /// <returns>True when the name is now this agent's; false when it was somebody's before.</returns>
    internal async Task<bool> TryTakeAsync(Guid agent, IndexedName name, CancellationToken ct)
    {
        var sealedValue = await cipher.SealAsync(tenant.OrganizationId, AgentName.ValueColumn, agent, name.Value, ct);
        return await db.Database.ExecuteSqlAsync($"""
            insert into accounts.agent_names (organization_id, kind, value_index, value, agent_id)
            values ({tenant.OrganizationId}, {name.Kind}, {name.Index}, {sealedValue}, {agent}) on conflict do nothing
            """, ct) == 1;
    }

    /// <summary>Gives the agent this name of its kind instead of the ones before; null takes it away.</summary>
    /// <returns>False when it is somebody else's.</returns>
    internal async Task<bool> ReplaceAsync(Guid agent, string kind, string? value, CancellationToken ct)
    {
        await db.Set<AgentName>().Where(row => row.AgentId == agent && row.Kind == kind).ExecuteDeleteAsync(ct);
        if (Normal(value) is not { Length: > 0 } normal)
        {
            return true;
        }

        var index = await cipher.BlindIndexAsync(tenant.OrganizationId, $"agent_names.{kind}", normal, ct);
        return await TryTakeAsync(agent, new IndexedName(kind, normal, index), ct);
    }

    internal static string Normal(string? value) =>
        string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
