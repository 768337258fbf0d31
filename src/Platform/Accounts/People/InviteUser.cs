using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <param name="Email">Optional: fixes the e-mail of the account; without it the person types one.</param>
/// <param name="Departments">Departments that the person will see; empty: all.</param>
/// <param name="AgentId">The agent that the person is, if any.</param>
public sealed record InviteUserRequest(string Role, string? Email = null, IReadOnlyList<Guid>? Departments = null, Guid? AgentId = null);

/// <param name="Path">Path and query of the link, such as <c>/join?token=…</c>; shown once.</param>
public sealed record Invited(Guid Id, string Path, DateTimeOffset ExpiresAt);

/// <summary>Makes a link by which a person joins. It works once, for a week.</summary>
public sealed class InviteUser(PlatformDb db, TenantContext tenant, Actor actor, WriteLink write, AccountAudit audit)
{
    internal static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public async Task<Result<Invited>> RunAsync(InviteUserRequest request, CancellationToken ct)
    {
        var departments = request.Departments?.Distinct().ToArray() ?? [];
        if (await RefuseAsync(request, departments, ct) is { } refused)
        {
            return refused;
        }

        var content = new LinkContent(LinkPurposes.Invitation, request.Role, Life)
        {
            Email = request.Email is { Length: > 0 } email ? EmailAddress.Normal(email) : null,
            Departments = departments,
            AgentId = request.AgentId,
            CreatedBy = actor.RequireUser(),
        };
        var (link, token) = await write.RunAsync(tenant.OrganizationId, content, ct);
        await audit.RecordAsync("user.invited", "link", link.Id, null, new { link.Role, departments }, ct);
        await db.SaveChangesAsync(ct);
        return new Invited(link.Id, JoinPath.Of(token), link.ExpiresAt);
    }

    private async Task<Failure?> RefuseAsync(InviteUserRequest request, Guid[] departments, CancellationToken ct)
    {
        return request switch
        {
            _ when !Roles.All.Contains(request.Role) => AccountFailures.BadRole,
            { Role: Roles.Owner } when !actor.Is(Roles.Owner) => AccountFailures.RoleAboveYours,
            { Email.Length: > 0 } when EmailAddress.Normal(request.Email) is null => AccountFailures.BadEmail,
            _ when await db.Set<Department>().CountAsync(row => departments.Contains(row.Id) && row.ArchivedAt == null, ct) != departments.Length => AccountFailures.DepartmentNotFound,
            { AgentId: { } agent } when !await db.Set<Agents.Agent>().AnyAsync(row => row.Id == agent && row.UserId == null, ct) => AccountFailures.AgentNotFound,
            _ => null,
        };
    }
}
