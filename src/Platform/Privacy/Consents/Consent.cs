using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.Consents;

/// <summary>What somebody agreed to or refused. Withdrawing adds to the row; nothing takes it away.</summary>
public sealed class Consent : ITenantOwned
{
    internal const string SubjectColumn = "consents.subject";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    public byte[]? SubjectIndex { get; internal set; }

    public byte[]? Subject { get; internal set; }

    public required string Purpose { get; init; }

    public required bool IsGiven { get; init; }

    public required string TextVersion { get; init; }

    public required byte[] TextHash { get; init; }

    public required string Way { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; internal set; }

    public byte[]? TokenHash { get; internal set; }

    public DateTimeOffset? WithdrawnAt { get; internal set; }

    public string? WithdrawnWay { get; internal set; }

    /// <summary>The promise ends here: the address goes, the proof that there was a consent stays.</summary>
    internal void Withdraw(DateTimeOffset now, string way)
    {
        WithdrawnAt ??= now;
        WithdrawnWay ??= way;
        (Subject, SubjectIndex) = (null, null);
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents", "privacy");
        consent.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
