using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.Sessions;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <param name="Pending">From <see cref="SignInAnswer"/>.</param>
/// <param name="Code">Six digits of the authenticator, or a recovery code.</param>
public sealed record SignInWithCodeRequest(string Pending, string Code);

/// <summary>The second step of a sign-in with a second factor.</summary>
public sealed class SignInWithCode(PlatformDb db, TenantContext tenant, PendingSignIn pending, CheckCode check, SignInSteps steps)
{
    internal const string Method = "password_and_code";

    public async Task<Result<SignedIn>> RunAsync(SignInWithCodeRequest request, CancellationToken ct)
    {
        if (steps.Actor.IsSignedIn)
        {
            return AccountFailures.AlreadySignedIn;
        }

        if (pending.Read(request.Pending) is not { } waiting || await FindAsync(waiting, ct) is not { } user)
        {
            return AccountFailures.WrongCredentials;
        }

        if (await steps.Throttle.IsHeldAsync(waiting.Account, user.Id, ct))
        {
            return AccountFailures.TooManyTries;
        }

        return await check.RunAsync(user, request.Code, ct)
            ? await steps.Complete.RunAsync(user, waiting.Account, Method, secondFactor: true, ct)
            : await WrongAsync(user, waiting.Account, ct);
    }

    private async Task<User?> FindAsync(PendingSignIn.Pending waiting, CancellationToken ct)
    {
        tenant.Set(waiting.Organization);
        return await db.Set<User>().SingleOrDefaultAsync(
            user => user.Id == waiting.User && user.SecurityStamp == waiting.Stamp && user.State == UserStates.Active, ct);
    }

    private async Task<Failure> WrongAsync(User user, byte[] account, CancellationToken ct)
    {
        await steps.Throttle.FailedAsync(account, user.Id, ct);
        await steps.Complete.RefuseAsync(user, Method, AccountFailures.WrongCode, ct);
        return AccountFailures.WrongCode;
    }
}

/// <summary>What the ways to sign in share.</summary>
public sealed record SignInSteps(Actor Actor, SignInThrottle Throttle, CompleteSignIn Complete);
