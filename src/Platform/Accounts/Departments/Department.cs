using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Departments;

/// <summary>A part of the company; agents belong to it, and supervisors may be limited to it.</summary>
internal sealed class Department : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A department that a person sees. A person without any sees all.</summary>
internal sealed class UserDepartment : ITenantOwned
{
    public required Guid OrganizationId { get; init; }

    public required Guid UserId { get; init; }

    public required Guid DepartmentId { get; init; }
}

internal sealed class DepartmentTable : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments", "accounts");
        builder.HasKey(department => new { department.OrganizationId, department.Id });
    }
}

internal sealed class UserDepartmentTable : IEntityTypeConfiguration<UserDepartment>
{
    public void Configure(EntityTypeBuilder<UserDepartment> builder)
    {
        builder.ToTable("user_departments", "accounts");
        builder.HasKey(scope => new { scope.OrganizationId, scope.UserId, scope.DepartmentId });
        builder.HasOne<User>().WithMany().HasForeignKey(scope => new { scope.OrganizationId, scope.UserId });
        builder.HasOne<Department>().WithMany().HasForeignKey(scope => new { scope.OrganizationId, scope.DepartmentId });
    }
}
