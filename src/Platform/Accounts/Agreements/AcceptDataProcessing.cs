using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;

namespace Earshot.Platform.Accounts.Agreements;

/// <param name="Version">The version that was shown.</param>
public sealed record AcceptDataProcessingRequest(string Version);

/// <summary>The organization accepts the data processing agreement; from now on calls may come in (clause A15).</summary>
public sealed class AcceptDataProcessing(PlatformDb db, TenantContext tenant, Actor actor, RecordAcceptance record, AccountAudit audit)
{
    public async Task<Result<Done>> RunAsync(AcceptDataProcessingRequest request, CancellationToken ct)
    {
        var agreement = Agreement.DataProcessing;
        if (request.Version != agreement.Version)
        {
            return AccountFailures.StaleAgreement;
        }

        record.Add(tenant.OrganizationId, actor.RequireUser(), agreement, "settings");
        await audit.RecordAsync("agreement.accepted", "organization", tenant.OrganizationId, null, new { document = agreement.Name, agreement.Version, hash = Convert.ToHexStringLower(agreement.Hash) }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
