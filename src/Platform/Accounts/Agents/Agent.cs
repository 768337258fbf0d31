using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Agents;

/// <summary>An employee on the phone. Needs no account; may be linked to one.</summary>
internal sealed class Agent : ITenantOwned
{
    public const string NameColumn = "agents.name";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required byte[] Name { get; set; }

    public Guid? DepartmentId { get; set; }

    public Guid? UserId { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>How the metadata of calls names an agent: id in the source system, extension, or name.</summary>
internal sealed class AgentName : ITenantOwned
{
    public const string ValueColumn = "agent_names.value";
    public const string ExternalId = "external_id";
    public const string Extension = "extension";
    public const string Name = "name";

    public required Guid OrganizationId { get; init; }

    public required string Kind { get; init; }

    public required byte[] ValueIndex { get; init; }

    public required byte[] Value { get; init; }

    public required Guid AgentId { get; init; }
}

internal sealed class AgentTable : IEntityTypeConfiguration<Agent>
{
    public void Configure(EntityTypeBuilder<Agent> builder)
    {
        builder.ToTable("agents", "accounts");
        builder.HasKey(agent => new { agent.OrganizationId, agent.Id });
        builder.HasOne<Department>().WithMany().HasForeignKey(agent => new { agent.OrganizationId, agent.DepartmentId });
        builder.HasOne<User>().WithMany().HasForeignKey(agent => new { agent.OrganizationId, agent.UserId });
    }
}

internal sealed class AgentNameTable : IEntityTypeConfiguration<AgentName>
{
    public void Configure(EntityTypeBuilder<AgentName> builder)
    {
        builder.ToTable("agent_names", "accounts");
        builder.HasKey(name => new { name.OrganizationId, name.Kind, name.ValueIndex });
        builder.HasOne<Agent>().WithMany().HasForeignKey(name => new { name.OrganizationId, name.AgentId });
    }
}
