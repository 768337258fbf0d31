using Earshot.Platform.Kernel;
using Microsoft.AspNetCore.Identity;

namespace Earshot.Platform.Accounts.People;

/// <summary>Identity's slow salted hash (clause E01), slow on purpose; few run at once, see <see cref="HashLine"/>.</summary>
public sealed class Passwords(IPasswordHasher<User> hasher)
{
    /// <summary>PBKDF2 with HMAC-SHA512; the count that OWASP advises.</summary>
    public const int Iterations = 210_000;

    private const int LongestLine = 64;

    private readonly HashLine line = new(Math.Max(1, Environment.ProcessorCount / 2), LongestLine);
    private string? decoy;

    internal Task<Result<string>> HashAsync(User user, string password, CancellationToken ct) =>
        line.RunAsync(() => hasher.HashPassword(user, password), isKnown: true, ct);

    /// <summary>Takes as long for nobody, or for a person without a password, as for anybody.</summary>
    /// <param name="isKnown">The person signed in on this device before, or is signed in now.</param>
    internal Task<Result<PasswordVerificationResult>> VerifyAsync(User? user, string password, bool isKnown, CancellationToken ct) =>
        line.RunAsync(() => Verify(user, password), isKnown, ct);

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
}
