using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Kernel.Jobs;

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.ToTable("jobs", "kernel");
        job.HasKey(row => new { row.OrganizationId, row.Id });
        job.Property(row => row.Payload).HasColumnType("jsonb");
        job.Property(row => row.Priority).HasConversion<short>();
        job.Property(row => row.State);
    }
}
