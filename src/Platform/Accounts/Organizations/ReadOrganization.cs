using Earshot.Platform.Accounts.Agreements;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Organizations;

/// <param name="RetentionMonths">Transcripts and analyses are erased after so many months (clause A17).</param>
/// <param name="KeepsRawTranscript">False: the unmasked text is not kept at all.</param>
/// <param name="RecordingGround">Why recording is lawful where a call does not say; null: each call must.</param>
/// <param name="UnmaskedTypes">Kinds of personal data that stay in the text; empty: all are masked.</param>
/// <param name="Languages">Of the calls; empty: found out for each.</param>
public sealed record OrganizationSettings(
    Guid Id, string Name, string Region, string TimeZone, IReadOnlyList<string> Languages, int RetentionMonths, bool KeepsRawTranscript,
    string? RecordingGround, IReadOnlyList<string> UnmaskedTypes, bool RequiresSecondFactor, bool AcceptedDataProcessing, DateTimeOffset CreatedAt);

/// <summary>The organization of this request or job, with its settings.</summary>
public sealed class ReadOrganization(PlatformDb db)
{
    public Task<OrganizationSettings> RunAsync(CancellationToken ct)
    {
        var document = Agreement.DataProcessing.Name;
        return db.Set<Organization>().AsNoTracking().Select(row => new OrganizationSettings(
            row.OrganizationId, row.Name, row.Region, row.TimeZone, row.Languages, row.RetentionMonths, row.KeepsRawTranscript, row.RecordingGround,
            row.UnmaskedTypes, row.RequiresSecondFactor, db.Set<Acceptance>().Any(accepted => accepted.Document == document), row.CreatedAt)).SingleAsync(ct);
    }
}
