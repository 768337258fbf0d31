using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Earshot.Platform.Accounts.People;

/// <summary>
/// Identity's slow salted hash (clause E01). It is slow on purpose, so few run at once: a storm of sign-ins waits in a short line, or
/// is asked to come back, and does not starve uploads.
/// </summary>
public sealed class Passwords(IPasswordHasher<User> hasher) : IDisposable
{
    /// <summary>PBKDF2 with HMAC-SHA512; the count that OWASP advises.</summary>
    public const int Iterations = 210_000;

    private const int LongestLine = 64;

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2));
    private string? decoy;
    private int waiting;

    internal Task<Result<string>> HashAsync(User user, string password, CancellationToken ct) =>
        InLineAsync(() => hasher.HashPassword(user, password), ct);

    /// <summary>Takes as long for nobody, or for a person without a password, as for anybody.</summary>
    internal Task<Result<PasswordVerificationResult>> VerifyAsync(User? user, string password, CancellationToken ct) =>
        InLineAsync(() => Verify(user, password), ct);

    public void Dispose() => places.Dispose();

    private PasswordVerificationResult Verify(User? user, string password)
    {
        if (user?.PasswordHash is { } hash)
        {
            return hasher.VerifyHashedPassword(user, hash, password);
        }

        var nobody = User.Joined(Guid.Empty, Roles.Agent, "en", "UTC", DateTimeOffset.UnixEpoch);
        hasher.VerifyHashedPassword(nobody, decoy ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
        return PasswordVerificationResult.Failed;
    }

    private async Task<Result<T>> InLineAsync<T>(Func<T> hash, CancellationToken ct)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > LongestLine)
            {
                return AccountFailures.SignInBusy;
            }

            await places.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            return await Task.Run(hash, ct);
        }
        finally
        {
            places.Release();
        }
    }
}
