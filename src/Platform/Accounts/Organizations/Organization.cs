using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Accounts.Organizations;

/// <summary>The tenant: a company, the controller of its calls. Its region is fixed at registration.</summary>
public sealed class Organization : ITenantOwned
{
    private Organization()
    {
    }

    public Guid OrganizationId { get; private set; }

    public string Name { get; internal set; } = "";

    public string Region { get; private set; } = "";

    public string State { get; internal set; } = "active";

    public string TimeZone { get; internal set; } = "UTC";

    public string[] Languages { get; internal set; } = [];

    public int RetentionMonths { get; internal set; } = 12;

    public bool KeepsRawTranscript { get; internal set; } = true;

    public string? RecordingGround { get; internal set; }

    public string[] UnmaskedTypes { get; internal set; } = [];

    public bool RequiresSecondFactor { get; internal set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ClosingAt { get; internal set; }

    internal static Organization Founded(string name, string region, string timeZone, DateTimeOffset now) => new()
    {
        OrganizationId = Guid.CreateVersion7(now),
        Name = name,
        Region = region,
        TimeZone = timeZone,
        CreatedAt = now,
    };
}

internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.ToTable("organizations", "accounts");
        builder.HasKey(organization => organization.OrganizationId);
    }
}
