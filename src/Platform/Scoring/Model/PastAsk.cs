using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Scoring.Model;

/// <summary>How far the model has gone back over past calls. One row an organization: the latest.</summary>
public sealed class PastAsk : ITenantOwned
{
    internal const string Running = "running";
    internal const string Done = "done";
    internal const string Stopped = "stopped";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; set; }

    public required string State { get; set; }

    public required DateTimeOffset FromAt { get; set; }

    /// <summary>Calls that started later, or then with a later id, were looked at.</summary>
    public required DateTimeOffset NextAt { get; set; }

    public required Guid NextCall { get; set; }

    public required int Total { get; set; }

    public int Looked { get; set; }

    public int Asked { get; set; }

    public required DateTimeOffset StartedAt { get; set; }

    public bool IsRunning => State == Running;
}

internal sealed class PastAskTable : IEntityTypeConfiguration<PastAsk>
{
    public void Configure(EntityTypeBuilder<PastAsk> ask)
    {
        ask.ToTable("past_asks", "scoring");
        ask.HasKey(row => row.OrganizationId);
        ask.Ignore(row => row.IsRunning);
    }
}
