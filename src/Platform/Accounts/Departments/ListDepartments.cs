using Earshot.Platform.Accounts.Agents;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Departments;

/// <param name="Agents">Agents who are not archived.</param>
public sealed record DepartmentLine(Guid Id, string Name, int Agents, bool IsArchived);

/// <summary>The departments by name; archived ones too when asked for.</summary>
public sealed class ListDepartments(PlatformDb db)
{
    public async Task<IReadOnlyList<DepartmentLine>> RunAsync(bool withArchived, CancellationToken ct) =>
        await db.Set<Department>().AsNoTracking().Where(row => withArchived || row.ArchivedAt == null).OrderBy(row => row.Name)
            .Select(row => new DepartmentLine(
                row.Id, row.Name, db.Set<Agent>().Count(agent => agent.DepartmentId == row.Id && agent.ArchivedAt == null), row.ArchivedAt != null))
            .ToListAsync(ct);
}
