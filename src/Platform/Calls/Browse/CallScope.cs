namespace Earshot.Platform.Calls.Browse;

/// <summary>Which calls a person may see: all, those of some departments, or those of one agent.</summary>
public sealed class CallScope
{
    private readonly Guid? agent;
    private readonly Guid[]? departments;

    private CallScope(Guid? agent, Guid[]? departments, bool isEmpty)
    {
        this.agent = agent;
        this.departments = departments;
        IsEmpty = isEmpty;
    }

    /// <summary>Every call of the organization.</summary>
    public static CallScope All { get; } = new(null, null, isEmpty: false);

    /// <summary>No call, such as for a person who is no agent yet.</summary>
    public static CallScope Nothing { get; } = new(null, null, isEmpty: true);

    public bool IsEmpty { get; }

    /// <summary>Calls of one agent.</summary>
    public static CallScope OfAgent(Guid agent) => new(agent, null, isEmpty: false);

    /// <summary>Calls of some departments.</summary>
    public static CallScope OfDepartments(IEnumerable<Guid> departments) => new(null, [.. departments], isEmpty: false);

    /// <summary>True when a call of this agent and department is within the scope.</summary>
    public bool Allows(Guid? agentId, Guid? departmentId) =>
        !IsEmpty && (agent is null || agent == agentId) && (departments is null || (departmentId is { } known && departments.Contains(known)));

    // An id of nobody finds nothing: the wish and the right have nothing in common
    internal Guid[]? Agents(Guid? wanted) => (agent, wanted) switch
    {
        (null, null) => null,
        (null, { } id) => [id],
        ({ } own, null) => [own],
        var (own, id) => [own == id ? own.Value : Guid.Empty],
    };

    internal Guid[]? Departments(Guid? wanted) => (departments, wanted) switch
    {
        (null, null) => null,
        (null, { } id) => [id],
        (_, null) => departments,
        var (own, id) => [own.Contains(id.Value) ? id.Value : Guid.Empty],
    };
}
