namespace Earshot.Platform.Kernel.Tenancy;

/// <summary>Whose data the current request or job may touch. Scoped; set once.</summary>
public sealed class TenantContext
{
    private Guid? organizationId;

    public bool IsSet => organizationId is not null;

    /// <exception cref="InvalidOperationException">No tenant was set.</exception>
    public Guid OrganizationId =>
        organizationId ?? throw new InvalidOperationException("No tenant is set: data of organizations can't be touched here.");

    /// <exception cref="InvalidOperationException">Another tenant was set before.</exception>
    public void Set(Guid organization)
    {
        if (organizationId is { } before && before != organization)
        {
            throw new InvalidOperationException("The tenant of a scope never changes.");
        }

        organizationId = organization;
    }
}
