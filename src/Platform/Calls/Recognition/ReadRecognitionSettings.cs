using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls.Recognition;

/// <summary>The recognition settings of the current organization.</summary>
public sealed class ReadRecognitionSettings(PlatformDb db)
{
    public async Task<RecognitionSettings> RunAsync(CancellationToken ct) =>
        await db.Set<RecognitionSettings>().AsNoTracking().SingleOrDefaultAsync(ct) ?? new RecognitionSettings { OrganizationId = db.Organization };
}
