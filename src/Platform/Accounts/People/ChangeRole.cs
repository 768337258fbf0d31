using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <param name="Departments">Departments that the person sees from now on; empty: all; null: as before.</param>
/// <param name="MaySeeRaw">The right to unmasked text; null: as before. Owners give it.</param>
public sealed record ChangeRoleRequest(Guid UserId, string Role, IReadOnlyList<Guid>? Departments = null, bool? MaySeeRaw = null);

/// <summary>What a person may do from the next request on.</summary>
public sealed class ChangeRole(PlatformDb db, Actor actor, OwnerRules owners, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(ChangeRoleRequest request, CancellationToken ct)
    {
        if (!Roles.All.Contains(request.Role))
        {
            return AccountFailures.BadRole;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<User>().SingleOrDefaultAsync(row => row.Id == request.UserId, ct) is not { } user)
        {
            return AccountFailures.UserNotFound;
        }

        if (await RefuseAsync(user, request, ct) is { } refused)
        {
            return refused;
        }

        var before = user.Role;
        user.Role = request.Role;
        user.MaySeeRaw = request.MaySeeRaw ?? user.MaySeeRaw;
        await PlaceAsync(user, request.Departments, ct);
        await audit.RecordAsync("user.role_changed", "user", user.Id, user.Id, new { before, after = user.Role, user.MaySeeRaw, request.Departments }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }

    private async Task<Failure?> RefuseAsync(User user, ChangeRoleRequest request, CancellationToken ct)
    {
        if (request.MaySeeRaw is { } raw && raw != user.MaySeeRaw && !actor.Is(Roles.Owner))
        {
            return AccountFailures.RoleAboveYours;
        }

        if (request.Departments is { Count: > 0 } wanted
            && await db.Set<Department>().CountAsync(row => wanted.Contains(row.Id) && row.ArchivedAt == null, ct) != wanted.Distinct().Count())
        {
            return AccountFailures.DepartmentNotFound;
        }

        return user.Role == request.Role ? null : await owners.RefuseAsync(user, request.Role, ct);
    }

    private async Task PlaceAsync(User user, IReadOnlyList<Guid>? departments, CancellationToken ct)
    {
        if (departments is null)
        {
            return;
        }

        await db.Set<UserDepartment>().Where(row => row.UserId == user.Id).ExecuteDeleteAsync(ct);
        foreach (var department in departments.Distinct())
        {
            db.Add(new UserDepartment { OrganizationId = user.OrganizationId, UserId = user.Id, DepartmentId = department });
        }
    }
}
