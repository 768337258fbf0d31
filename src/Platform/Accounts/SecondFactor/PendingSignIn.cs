using System.Security.Cryptography;
using Earshot.Platform.Accounts.People;
using Microsoft.AspNetCore.DataProtection;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>
/// A sign-in between password and code, sealed and handed to the browser instead of kept here. Void after five minutes, and when the
/// person's credentials change.
/// </summary>
public sealed class PendingSignIn(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("accounts.pending-sign-in").ToTimeLimitedDataProtector();

    internal sealed record Pending(Guid Organization, Guid User, string Stamp, byte[] Account);

    internal string Write(User user, byte[] account) =>
        protector.Protect($"{user.OrganizationId} {user.Id} {user.SecurityStamp} {Convert.ToHexString(account)}", Life);

    internal Pending? Read(string text)
    {
        try
        {
            var parts = protector.Unprotect(text).Split(' ');
            return new Pending(Guid.Parse(parts[0]), Guid.Parse(parts[1]), parts[2], Convert.FromHexString(parts[3]));
        }
        catch (Exception bad) when (bad is CryptographicException or FormatException)
        {
            return null; // too late, or not ours
        }
    }
}
