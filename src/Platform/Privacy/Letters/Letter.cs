using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Earshot.Platform.Privacy.Letters;

/// <summary>A letter on its way: recipient and content are sealed.</summary>
public sealed class Letter : ITenantOwned
{
    internal const string RecipientColumn = "letters.recipient";
    internal const string ContentColumn = "letters.content";

    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    /// <summary><c>service</c> or <c>marketing</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What a marketing letter rests on.</summary>
    public Guid? ConsentId { get; init; }

    public required byte[] Recipient { get; init; }

    public required byte[] Content { get; init; }

    public string State { get; internal set; } = "waiting";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; internal set; }
}

internal sealed class LetterTable : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> letter)
    {
        letter.ToTable("letters", "privacy");
        letter.HasKey(row => new { row.OrganizationId, row.Id });
    }
}
