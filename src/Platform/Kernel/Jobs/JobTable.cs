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
        job.Property(row => row.Kind).IsConcurrencyToken(); // and only from the step at which it was claimed
        job.Property(row => row.LeaseToken).IsConcurrencyToken(); // only who holds the lease may end or move the job
        job.Property(row => row.LeaseUntil);
        job.Property(row => row.Reason);
    }
}
