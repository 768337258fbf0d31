using System.Linq.Expressions;
using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <summary>Which calls the present actor may read: all, those of some departments, own ones, or none.</summary>
/// <param name="Departments">Null: not limited by department.</param>
/// <param name="Agents">Null: not limited by agent.</param>
public sealed record CallScope(IReadOnlyList<Guid>? Departments, IReadOnlyList<Guid>? Agents)
{
    public static readonly CallScope All = new(null, null);

    public static readonly CallScope None = new(null, []);

    public bool IsAll => Departments is null && Agents is null;

    /// <summary>For one call in hand.</summary>
    public bool Includes(Guid? agent, Guid? department) =>
        (Departments is null || (department is { } d && Departments.Contains(d))) && (Agents is null || (agent is { } a && Agents.Contains(a)));

    /// <summary>For a query: <c>db.Set&lt;Call&gt;().Where(scope.Filter&lt;Call&gt;(call => call.AgentId, call => call.DepartmentId))</c>.</summary>
    public Expression<Func<T, bool>> Filter<T>(Expression<Func<T, Guid?>> agent, Expression<Func<T, Guid?>> department)
    {
        var row = agent.Parameters[0];
        var other = new Rebind(department.Parameters[0], row).Visit(department.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(In(Departments, other), In(Agents, agent.Body)), row);
    }

    private static Expression In(IReadOnlyList<Guid>? allowed, Expression value)
    {
        return allowed is null
            ? Expression.Constant(true)
            : Expression.Call(Expression.Constant(allowed.Select(id => (Guid?)id).ToList()), nameof(List<Guid?>.Contains), null, value);
    }

    private sealed class Rebind(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}

/// <summary>Works out the scope of whoever acts. Agents see their own calls, supervisors their departments, where they have any.</summary>
public sealed class CallVisibility(PlatformDb db, Actor actor)
{
    private CallScope? known;

    public async Task<CallScope> ReadAsync(CancellationToken ct) => known ??= await FindAsync(ct);

    /// <summary>The scope of another person of the organization, for what is made for them while they are away.</summary>
    public async Task<CallScope> OfAsync(Guid user, string? role, CancellationToken ct) => role switch
    {
        Roles.Agent => new CallScope(null, await AgentsOfAsync(user, ct)),
        Roles.Owner or Roles.Admin or Roles.Supervisor or Roles.PrivacyOfficer => await DepartmentsOfAsync(user, ct),
        _ => CallScope.None,
    };

    private async Task<CallScope> FindAsync(CancellationToken ct)
    {
        if (actor.ApiKeyId is not null || actor.SupportGrantId is not null)
        {
            return CallScope.All; // the scope of the key or grant decides
        }

        return actor.UserId is { } person ? await OfAsync(person, actor.Role, ct) : CallScope.None;
    }

    private Task<List<Guid>> AgentsOfAsync(Guid user, CancellationToken ct) =>
        db.Set<Agent>().Where(agent => agent.UserId == user).Select(agent => agent.Id).ToListAsync(ct);

    private async Task<CallScope> DepartmentsOfAsync(Guid user, CancellationToken ct)
    {
        var departments = await db.Set<UserDepartment>().Where(row => row.UserId == user).Select(row => row.DepartmentId).ToListAsync(ct);
        return departments.Count == 0 ? CallScope.All : new CallScope(departments, null);
    }
}
