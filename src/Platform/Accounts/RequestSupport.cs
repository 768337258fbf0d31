using Earshot.Platform.Accounts.Links;
using Earshot.Platform.Accounts.Support;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <param name="Staff">Which of the operator's staff, by a code of theirs.</param>
public sealed record SupportRequest(string Staff, string Ticket, string Reason, int Hours);

/// <summary>
/// The staff's side, from the command line of the installation: asks an organization to be let in. The token that comes back opens nothing
/// until the organization has said yes. Set the tenant first.
/// </summary>
public sealed class RequestSupport(PlatformDb db, AccountAudit audit, TimeProvider clock)
{
    public async Task<Result<string>> RunAsync(SupportRequest request, CancellationToken ct)
    {
        if (request.Hours is < 1 or > 72 || new[] { request.Staff, request.Ticket, request.Reason }.Any(text => text.Trim().Length is 0 or > 500))
        {
            return AccountFailures.BadSupportRequest;
        }

        if (!await db.Set<Organizations.Organization>().AnyAsync(ct))
        {
            return AccountFailures.SupportNotFound;
        }

        var (now, token) = (clock.GetUtcNow(), SecretToken.New(db.Organization));
        var grant = new SupportGrant
        {
            OrganizationId = db.Organization, Id = Guid.CreateVersion7(now), Staff = request.Staff.Trim(), Ticket = request.Ticket.Trim(), Reason = request.Reason.Trim(),
            Scopes = [Scopes.ReadCalls], Hours = request.Hours, TokenHash = token.Hash, RequestedAt = now,
        };
        db.Add(grant);
        await audit.RecordAsync("support.requested", "support_grant", grant.Id, null, new { grant.Ticket, grant.Hours }, ct);
        await db.SaveChangesAsync(ct);
        return SupportGrant.TokenPrefix + token.Text;
    }
}
