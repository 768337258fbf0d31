using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <summary>What an organization chose for its texts.</summary>
/// <param name="UnmaskedTypes">Names of the kinds of personal data that stay in the text.</param>
/// <param name="KeepsRawTranscript">False: the unmasked text goes as soon as the masked one is there.</param>
public sealed record MaskingChoice(IReadOnlyList<string> UnmaskedTypes, bool KeepsRawTranscript);

/// <summary>Reads the choices of the organization of this job.</summary>
public sealed class MaskingChoices(PlatformDb db)
{
    public async Task<MaskingChoice> ReadAsync(CancellationToken ct) =>
        await db.Set<Organization>().AsNoTracking().Select(row => new MaskingChoice(row.UnmaskedTypes, row.KeepsRawTranscript)).SingleOrDefaultAsync(ct)
            ?? new MaskingChoice([], true);
}
