using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>The last step of every way to sign in: session, history, audit.</summary>
public sealed class CompleteSignIn(PlatformDb db, OpenSession open, SignInThrottle throttle, AccountAudit audit)
{
    internal async Task<SignedIn> RunAsync(User user, byte[]? account, string method, bool secondFactor, CancellationToken ct)
    {
        audit.ActsAs(user.Id);
        var session = await open.RunAsync(user, method, secondFactor, ct);
        await audit.RecordAsync("session.opened", "user", user.Id, user.Id, new { method, secondFactor, session = session.SessionId }, ct);
        await db.SaveChangesAsync(ct);
        if (account is not null)
        {
            await throttle.SucceededAsync(account, ct);
        }

        return session;
    }

    internal async Task RefuseAsync(User user, string method, Failure failure, CancellationToken ct)
    {
        await open.RecordAsync(user, method, failure.Code, ct);
        await audit.RecordAsync("session.refused", "user", user.Id, user.Id, new { method, reason = failure.Code }, ct);
        await db.SaveChangesAsync(ct);
    }
}
