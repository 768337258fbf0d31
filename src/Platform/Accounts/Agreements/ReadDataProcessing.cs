using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Agreements;

/// <param name="Text">The present text as Markdown.</param>
/// <param name="AcceptedVersion">The latest version that the organization accepted; null: none yet.</param>
public sealed record DataProcessingStatus(string Version, string Text, string Hash, string? AcceptedVersion, DateTimeOffset? AcceptedAt, Guid? AcceptedBy)
{
    public bool IsAccepted => AcceptedVersion is not null;
}

/// <summary>The data processing agreement as it stands, and who accepted it when.</summary>
public sealed class ReadDataProcessing(PlatformDb db)
{
    public async Task<DataProcessingStatus> RunAsync(string language, CancellationToken ct)
    {
        var agreement = Agreement.DataProcessing;
        var accepted = await db.Set<Acceptance>().AsNoTracking().Where(row => row.Document == agreement.Name)
            .OrderByDescending(row => row.AcceptedAt).FirstOrDefaultAsync(ct);
        return new(agreement.Version, agreement.In(language), Convert.ToHexStringLower(agreement.Hash), accepted?.Version, accepted?.AcceptedAt, accepted?.UserId);
    }
}
