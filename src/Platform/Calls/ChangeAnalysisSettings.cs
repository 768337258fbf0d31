using System.Text.Json;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Calls;

/// <summary>The settings as they should be from now on; see <see cref="AnalysisSettings"/>.</summary>
public sealed record ChangeAnalysisRequest(bool IsTechnicalOnly, bool AsksModel, int TokensPerDay, float? LeastAgreement = null);

/// <summary>Changes what is made of calls from now on. What was found before stays until it is deleted.</summary>
public sealed class ChangeAnalysisSettings(PlatformDb db, AuditLog audit, TimeProvider clock)
{
    private const int MostTokens = 100_000_000;

    public static readonly Failure BadTokens = new(FailureKind.Invalid, "bad_tokens", "The tokens of a day are a number from 0 to 100,000,000.");

    public static readonly Failure BadAgreement = new(FailureKind.Invalid, "bad_agreement", "The least agreement is a number from 0 to 1, for example 0.6, or none.");

    public async Task<Result<Done>> RunAsync(ChangeAnalysisRequest request, CancellationToken ct)
    {
        if (request.TokensPerDay is < 0 or > MostTokens)
        {
            return BadTokens;
        }

        if (request.LeastAgreement is < 0 or > 1 or float.NaN)
        {
            return BadAgreement;
        }

        var settings = await db.Set<AnalysisSettings>().SingleOrDefaultAsync(ct) ?? db.Add(new AnalysisSettings { OrganizationId = db.Organization }).Entity;
        settings.TechnicalSince = request.IsTechnicalOnly ? settings.TechnicalSince ?? clock.GetUtcNow() : null;
        settings.AsksModel = request.AsksModel;
        settings.TokensPerDay = request.TokensPerDay;
        settings.LeastAgreement = request.LeastAgreement;
        await audit.RecordAsync("analysis.settings_changed", "organization", db.Organization, "administration", null, JsonSerializer.Serialize(request), ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
