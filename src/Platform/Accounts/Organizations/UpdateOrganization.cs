using Earshot.Masking;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Organizations;

/// <summary>The settings as they should be from now on; see <see cref="OrganizationSettings"/>. The region can't be changed.</summary>
public sealed record UpdateOrganizationRequest(
    string Name, string TimeZone, IReadOnlyList<string> Languages, int RetentionMonths, bool KeepsRawTranscript,
    string? RecordingGround, IReadOnlyList<string> UnmaskedTypes, bool RequiresSecondFactor);

/// <summary>Changes the settings of the organization.</summary>
public sealed class UpdateOrganization(PlatformDb db, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(UpdateOrganizationRequest request, CancellationToken ct)
    {
        if (Refuse(request) is { } refused)
        {
            return refused;
        }

        var organization = await db.Set<Organization>().SingleAsync(ct);
        Apply(request, organization);
        await audit.RecordAsync("organization.settings_changed", "organization", organization.OrganizationId, null, Changes(), ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    internal static Failure? Refuse(UpdateOrganizationRequest request) => request switch
    {
        _ when !ProfileRules.IsName(request.Name) => AccountFailures.BadName,
        _ when !ProfileRules.IsTimeZone(request.TimeZone) => AccountFailures.BadTimeZone,
        { RetentionMonths: < 1 or > 120 } => AccountFailures.BadRetention,
        _ when request.Languages.Any(language => language.Length != 2 || !language.All(char.IsAsciiLetterLower)) => AccountFailures.BadCallLanguage,
        { RecordingGround: { Length: > 0 } ground } when !RecordingGrounds.All.Contains(ground) => AccountFailures.BadRecordingGround,
        _ when request.UnmaskedTypes.Any(type => !Enum.GetNames<PersonalDataType>().Contains(type)) => AccountFailures.BadMaskingType,
        _ => null,
    };

    private static void Apply(UpdateOrganizationRequest request, Organization organization)
    {
        organization.Name = request.Name.Trim();
        organization.TimeZone = request.TimeZone;
        organization.Languages = [.. request.Languages.Distinct()];
        organization.RetentionMonths = request.RetentionMonths;
        organization.KeepsRawTranscript = request.KeepsRawTranscript;
        organization.RecordingGround = request.RecordingGround is { Length: > 0 } ground ? ground : null;
        organization.UnmaskedTypes = [.. request.UnmaskedTypes.Distinct()];
        organization.RequiresSecondFactor = request.RequiresSecondFactor;
    }

    // Settings are no personal data, so the audit log says what became of what.
    private Dictionary<string, object?[]> Changes() =>
        db.ChangeTracker.Entries<Organization>().Single().Properties.Where(property => property.IsModified)
            .ToDictionary(property => property.Metadata.Name, property => new[] { property.OriginalValue, property.CurrentValue });
}
