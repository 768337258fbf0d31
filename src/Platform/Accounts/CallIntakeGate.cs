using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <summary>
/// Whether a call may come in at all: the data processing agreement is accepted (clause A15), and there is a ground for recording, the
/// call's own or the organization's default (clause A16). Every intake asks here before it takes a byte.
/// </summary>
public sealed class CallIntakeGate(ReadOrganization organization, PlatformDb db)
{
    /// <param name="recordingGround">As the call names it; null or empty: it does not.</param>
    /// <returns>The ground that holds, and the settings that the call is processed under.</returns>
    public async Task<Result<CallTerms>> CheckAsync(string? recordingGround, CancellationToken ct)
    {
        if (await db.Set<Organization>().AnyAsync(row => row.State != "active", ct))
        {
            return AccountFailures.OrganizationClosing;
        }

        var settings = await organization.RunAsync(ct);
        if (!settings.AcceptedDataProcessing)
        {
            return AccountFailures.DpaRequired;
        }

        var ground = recordingGround is { Length: > 0 } ? recordingGround : settings.RecordingGround;
        return ground switch
        {
            null => AccountFailures.RecordingGroundRequired,
            _ when !RecordingGrounds.All.Contains(ground) => AccountFailures.BadRecordingGround,
            _ => new CallTerms(ground, settings),
        };
    }
}

/// <summary>Under which ground and settings a call is taken.</summary>
public sealed record CallTerms(string RecordingGround, OrganizationSettings Settings);
