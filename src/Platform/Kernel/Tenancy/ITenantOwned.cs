namespace Earshot.Platform.Kernel.Tenancy;

/// <summary>A row of one organization. Its key leads with the organization's id, and the database holds it behind row-level security.</summary>
public interface ITenantOwned
{
    Guid OrganizationId { get; }
}
