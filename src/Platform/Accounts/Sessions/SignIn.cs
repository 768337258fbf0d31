using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.Sessions;

public sealed record SignInRequest(string Email, string Password);

/// <summary>Exactly one of the two is there.</summary>
/// <param name="Session">The person is in.</param>
/// <param name="Pending">The password was right and a code is wanted: give this, with the code, to <see cref="SignInWithCode"/> within five minutes.</param>
public sealed record SignInAnswer(SignedIn? Session, string? Pending);

/// <summary>E-mail and password; then a code where the person has a second factor.</summary>
public sealed class SignIn(PlatformDb db, Actor actor, CheckCredentials credentials, PendingSignIn pending, CompleteSignIn complete)
{
    internal const string Method = "password";

    public async Task<Result<SignInAnswer>> RunAsync(SignInRequest request, CancellationToken ct)
    {
        if (actor.IsSignedIn)
        {
            return AccountFailures.AlreadySignedIn;
        }

        var (user, account, failure) = await credentials.RunAsync(request.Email, request.Password, ct);
        if (failure is not null || user is null)
        {
            return await RefusedAsync(user, failure ?? AccountFailures.WrongCredentials, ct);
        }

        // Who has a passkey has a second factor, too: the password alone would be the weaker door.
        if (user.TwoFactorEnabled || await db.Set<Passkey>().AnyAsync(row => row.UserId == user.Id, ct))
        {
            await db.SaveChangesAsync(ct);
            return new SignInAnswer(null, pending.Write(user, account));
        }

        return new SignInAnswer(await complete.RunAsync(user, account, Method, secondFactor: false, ct), null);
    }

    private async Task<Failure> RefusedAsync(User? user, Failure failure, CancellationToken ct)
    {
        if (user is not null)
        {
            await complete.RefuseAsync(user, Method, failure, ct);
        }

        return failure;
    }
}
