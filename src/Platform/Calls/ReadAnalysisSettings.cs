using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls;

/// <summary>The analysis settings of the current organization.</summary>
public sealed class ReadAnalysisSettings(PlatformDb db)
{
    public async Task<AnalysisSettings> RunAsync(CancellationToken ct) =>
        await db.Set<AnalysisSettings>().AsNoTracking().SingleOrDefaultAsync(ct) ?? new AnalysisSettings { OrganizationId = db.Organization };
}
