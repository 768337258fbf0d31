using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Accounts.Departments;

namespace Earshot.Web.Pages.Team;

/// <summary>Names of agents and departments for lists and filters. Scoped; read once a request.</summary>
public sealed class TeamNames(ListAgents agents, ListDepartments departments)
{
    public async Task<TeamList> ReadAsync(CancellationToken ct) => new(
        (await agents.RunAsync(withArchived: true, ct)).ToDictionary(agent => agent.Id, agent => agent.Name),
        (await departments.RunAsync(withArchived: true, ct)).ToDictionary(department => department.Id, department => department.Name));
}

/// <summary>Names by id.</summary>
public sealed record TeamList(IReadOnlyDictionary<Guid, string> Agents, IReadOnlyDictionary<Guid, string> Departments)
{
    /// <summary>No team.</summary>
    public static TeamList Empty { get; } = new(new Dictionary<Guid, string>(), new Dictionary<Guid, string>());

    /// <summary>Name of the agent; null when there is none.</summary>
    public string? Agent(Guid? id) => id is { } known ? Agents.GetValueOrDefault(known) : null;

    /// <summary>Name of the department; null when there is none.</summary>
    public string? Department(Guid? id) => id is { } known ? Departments.GetValueOrDefault(known) : null;
}
