using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Accounts.Departments;

/// <summary>Makes, renames and archives departments. Calls of an archived one keep it.</summary>
public sealed class SaveDepartment(PlatformDb db, TenantContext tenant, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<Guid>> CreateAsync(string name, CancellationToken ct)
    {
        if (!ProfileRules.IsName(name))
        {
            return AccountFailures.BadName;
        }

        var now = clock.GetUtcNow();
        var department = new Department { OrganizationId = tenant.OrganizationId, Id = Guid.CreateVersion7(now), Name = name.Trim(), CreatedAt = now };
        db.Add(department);
        return await SaveAsync(department, "department.created", ct);
    }

    public async Task<Result<Guid>> RenameAsync(Guid id, string name, CancellationToken ct)
    {
        if (!ProfileRules.IsName(name))
        {
            return AccountFailures.BadName;
        }

        if (await FindAsync(id, ct) is not { } department)
        {
            return AccountFailures.DepartmentNotFound;
        }

        department.Name = name.Trim();
        return await SaveAsync(department, "department.renamed", ct);
    }

    public async Task<Result<Guid>> ArchiveAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } department)
        {
            return AccountFailures.DepartmentNotFound;
        }

        department.ArchivedAt = clock.GetUtcNow();
        return await SaveAsync(department, "department.archived", ct);
    }

    private Task<Department?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Department>().SingleOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null, ct);

    private async Task<Result<Guid>> SaveAsync(Department department, string action, CancellationToken ct)
    {
        try
        {
            await audit.RecordAsync(action, "department", department.Id, null, new { }, ct);
            await db.SaveChangesAsync(ct);
            return department.Id;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AccountFailures.DepartmentExists;
        }
    }
}
