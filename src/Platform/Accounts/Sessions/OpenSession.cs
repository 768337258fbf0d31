using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Opens a session for a person who has proved to be that person, and writes the history of sign-ins.</summary>
public sealed class OpenSession(PlatformDb db, TenantCipher cipher, Actor actor, TimeProvider clock)
{
    internal async Task<SignedIn> RunAsync(User user, string method, bool secondFactor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new Session
        {
            OrganizationId = user.OrganizationId,
            Id = id,
            UserId = user.Id,
            Method = method,
            SecondFactor = secondFactor,
            Device = actor.Device,
            Address = await SealAddressAsync(user, Session.AddressColumn, id, ct),
            CreatedAt = now,
            SeenAt = now,
        });
        user.LastSeenAt = now;
        await RecordAsync(user, method, SignInRecord.SignedIn, ct);
        return new SignedIn(user.OrganizationId, user.Id, id);
    }

    /// <summary>Adds a line to the person's history; the caller saves.</summary>
    internal async Task RecordAsync(User user, string method, string outcome, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        db.Add(new SignInRecord
        {
            OrganizationId = user.OrganizationId,
            Id = id,
            UserId = user.Id,
            At = now,
            Method = method,
            Outcome = outcome,
            Device = actor.Device,
            Address = await SealAddressAsync(user, SignInRecord.AddressColumn, id, ct),
        });
    }

    private async Task<byte[]?> SealAddressAsync(User user, string column, Guid row, CancellationToken ct) =>
        actor.Address is { } address ? await cipher.SealAsync(user.OrganizationId, column, row, address, ct) : null;
}
