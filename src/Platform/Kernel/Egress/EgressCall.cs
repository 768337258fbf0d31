using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Kernel.Egress;

/// <summary>One exchange with a destination: that it was, and how much. No path, no content.</summary>
public sealed class EgressCall : ITenantOwned
{
    /// <summary>Outcomes: on its way; answered; the answer never came whole; more than allowed; took too long.</summary>
    public const string Sent = "sent";
    public const string Answered = "answered";
    public const string Broken = "broken";
    public const string TooLarge = "too_large";
    public const string TimedOut = "timed_out";
    public const string Refused = "refused";

    internal static EgressCall New(EgressPass pass, Guid organization, string host, long bytes, DateTimeOffset now) => new()
    {
        OrganizationId = organization,
        Id = Guid.CreateVersion7(now),
        Destination = pass.Destination.Name,
        Host = host,
        Region = pass.Destination.Region,
        Purpose = pass.Destination.Purpose,
        Data = pass.Destination.Data,
        TransferId = pass.Transfer?.Id,
        IsUserInitiated = pass.Destination.Organization is not null,
        At = now,
        BytesOut = bytes,
    };

    /// <summary>All zeros: the installation itself.</summary>
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Destination { get; init; }

    public required string Host { get; init; }

    public required string Region { get; init; }

    public required string Purpose { get; init; }

    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The permission on which it left the region; null where it did not, or where no personal data went.</summary>
    public Guid? TransferId { get; init; }

    /// <summary>To a service that the organization itself connected (clause B27).</summary>
    public bool IsUserInitiated { get; init; }

    public required DateTimeOffset At { get; init; }

    public long BytesOut { get; init; }

    public long BytesIn { get; internal set; }

    /// <summary>HTTP status of the answer.</summary>
    public int? Status { get; internal set; }

    public string Outcome { get; internal set; } = Sent;

    public long? DurationMs { get; internal set; }

    /// <summary>What the connection spoke: see <see cref="EgressProtocol"/>; null where none came about.</summary>
    public string? Protocol { get; internal set; }
}

internal sealed class EgressCallTable : IEntityTypeConfiguration<EgressCall>
{
    public void Configure(EntityTypeBuilder<EgressCall> call)
    {
        call.ToTable("egress_calls", "kernel");
        call.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
