using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Agents;

/// <param name="ExternalId">Id in the source system, by which calls find the agent.</param>
/// <param name="Extension">Extension in the telephony.</param>
/// <param name="UserId">The account of the agent, if any: it then sees the agent's calls.</param>
public sealed record SaveAgentRequest(string Name, string? ExternalId = null, string? Extension = null, Guid? DepartmentId = null, Guid? UserId = null);

/// <summary>Makes, changes and archives agents. Calls of an archived one keep it.</summary>
public sealed class SaveAgent(PlatformDb db, TenantCipher cipher, NameAgent names, AccountAudit audit, AgentSteps steps)
{
    public Task<Result<Guid>> CreateAsync(SaveAgentRequest request, CancellationToken ct)
    {
        var now = steps.Clock.GetUtcNow();
        var agent = new Agent { OrganizationId = steps.Tenant.OrganizationId, Id = Guid.CreateVersion7(now), Name = [], CreatedAt = now };
        return SaveAsync(agent, request, isNew: true, ct);
    }

    public async Task<Result<Guid>> ChangeAsync(Guid id, SaveAgentRequest request, CancellationToken ct) =>
        await db.Set<Agent>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } agent
            ? await SaveAsync(agent, request, isNew: false, ct)
            : AccountFailures.AgentNotFound;

    public async Task<Result<Guid>> ArchiveAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Agent>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } agent)
        {
            return AccountFailures.AgentNotFound;
        }

        agent.ArchivedAt = steps.Clock.GetUtcNow();
        await audit.RecordAsync("agent.archived", "agent", id, null, new { }, ct);
        await db.SaveChangesAsync(ct);
        return id;
    }

    private async Task<Result<Guid>> SaveAsync(Agent agent, SaveAgentRequest request, bool isNew, CancellationToken ct)
    {
        if (await RefuseAsync(agent.Id, request, ct) is { } refused)
        {
            return refused;
        }

        agent.Name = await cipher.SealAsync(agent.OrganizationId, Agent.NameColumn, agent.Id, request.Name.Trim(), ct);
        agent.DepartmentId = request.DepartmentId;
        agent.UserId = request.UserId;
        agent.ArchivedAt = null;
        if (isNew)
        {
            db.Add(agent);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await audit.RecordAsync(isNew ? "agent.created" : "agent.changed", "agent", agent.Id, null, new { request.DepartmentId, request.UserId }, ct);
        await db.SaveChangesAsync(ct);
        if (!await NameAsync(agent.Id, request, ct))
        {
            return AccountFailures.AgentNameTaken;
        }

        await transaction.CommitAsync(ct);
        return agent.Id;
    }

    // A person's name may be somebody else's too; ids and extensions may not.
    private async Task<bool> NameAsync(Guid agent, SaveAgentRequest request, CancellationToken ct)
    {
        await names.ReplaceAsync(agent, AgentName.Name, request.Name, ct);
        return await names.ReplaceAsync(agent, AgentName.ExternalId, request.ExternalId, ct)
            && await names.ReplaceAsync(agent, AgentName.Extension, request.Extension, ct);
    }

    private async Task<Failure?> RefuseAsync(Guid id, SaveAgentRequest request, CancellationToken ct) => request switch
    {
        _ when !ProfileRules.IsName(request.Name) => AccountFailures.BadName,
        { ExternalId.Length: > 200 } or { Extension.Length: > 50 } => AccountFailures.BadName,
        { DepartmentId: { } department } when !await db.Set<Department>().AnyAsync(row => row.Id == department && row.ArchivedAt == null, ct) => AccountFailures.DepartmentNotFound,
        { UserId: { } user } when !await db.Set<User>().AnyAsync(row => row.Id == user, ct) => AccountFailures.UserNotFound,
        { UserId: { } user } when await db.Set<Agent>().AnyAsync(row => row.UserId == user && row.Id != id, ct) => AccountFailures.UserIsAgent,
        _ => null,
    };
}

/// <summary>Tenant and clock of the slice.</summary>
public sealed record AgentSteps(TenantContext Tenant, TimeProvider Clock);
