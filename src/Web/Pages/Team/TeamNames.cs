namespace Earshot.Web.Pages.Team;

/// <summary>Names of agents and departments for lists and filters. Scoped; read once a request.</summary>
public sealed class TeamNames
{
    public Task<TeamList> ReadAsync(CancellationToken ct)
    {
        _ = ct;
        var agents = CommandLine.Seed.SeedLines.Agents.Select((name, i) => (new Guid(i + 1, 0, 0, new byte[8]), name)).ToDictionary();
        var departments = CommandLine.Seed.SeedLines.Departments.Select((name, i) => (new Guid(100 + i, 0, 0, new byte[8]), name)).ToDictionary();
        return Task.FromResult(new TeamList(agents, departments));
    }
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
