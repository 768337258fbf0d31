using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Links;

public sealed record SetPasswordRequest(string Token, string Password);

/// <summary>A person who forgot the password sets a new one with a link from an admin. All sessions end; the second factor stays.</summary>
public sealed class SetPassword(PlatformDb db, TenantContext tenant, ReadLink read, SetPasswordSteps steps)
{
    public async Task<Result<Done>> RunAsync(SetPasswordRequest request, CancellationToken ct)
    {
        var view = await read.RunAsync(request.Token, ct);
        if (!view.IsOk || view.Value.Purpose != LinkPurposes.Password || SecretToken.Read(request.Token) is not { } secret)
        {
            return AccountFailures.LinkSpent;
        }

        tenant.Set(secret.Organization);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var link = await db.Set<Link>().FromSql($"select * from accounts.links where token_hash = {secret.Hash} for update").SingleAsync(ct);
        if (!link.IsOpen(steps.Clock.GetUtcNow()))
        {
            return AccountFailures.LinkSpent;
        }

        link.UsedAt = steps.Clock.GetUtcNow();
        var user = await db.Set<User>().SingleAsync(row => row.Id == link.UserId, ct);
        steps.Audit.ActsAs(user.Id);
        var done = await steps.Replace.RunAsync(user, request.Password, "link", ct);
        if (done.IsOk)
        {
            await steps.Sessions.AllAsync(user.Id, except: null, ct);
            await transaction.CommitAsync(ct);
        }

        return done;
    }
}

/// <summary>What setting a password takes.</summary>
public sealed record SetPasswordSteps(ReplacePassword Replace, EndSessions Sessions, AccountAudit Audit, TimeProvider Clock);
