using System.Text.Json;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.SecondFactor;

/// <summary>
/// What ASP.NET Core Identity's passkey handler needs of our tables. The id of a person is the user handle of passkeys: organization and
/// person, 64 hexadecimal digits (the most that WebAuthn allows), so that a passkey says itself where it belongs. People and passwords are
/// kept by the slices, not through this store.
/// </summary>
internal sealed class PasskeyStore(PlatformDb db, TenantCipher cipher, TimeProvider clock) : IUserPasskeyStore<User>
{
    /// <summary>What is sealed of a passkey.</summary>
    private sealed record Details(
        byte[] PublicKey, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible, bool IsBackedUp, byte[] Attestation, byte[] ClientData);

    public static string HandleOf(Guid organization, Guid user) => $"{organization:n}{user:n}";

    public static (Guid Organization, Guid User)? ReadHandle(string handle) =>
        handle.Length == 64 && Guid.TryParseExact(handle[..32], "n", out var organization) && Guid.TryParseExact(handle[32..], "n", out var user)
            ? (organization, user)
            : null;

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(HandleOf(user.OrganizationId, user.Id));

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        ReadHandle(userId) is { } handle
            ? await db.Set<User>().SingleOrDefaultAsync(
                user => user.OrganizationId == handle.Organization && user.Id == handle.User && user.State == UserStates.Active, cancellationToken)
            : null;

    public async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var details = new Details(
            passkey.PublicKey, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp,
            passkey.AttestationObject, passkey.ClientDataJson);
        var sealedDetails = await cipher.SealAsync(user.OrganizationId, Passkey.DetailsColumn, user.Id, JsonSerializer.SerializeToUtf8Bytes(details), cancellationToken);
        if (await RowAsync(user, passkey.CredentialId, cancellationToken) is { } row)
        {
            row.Details = sealedDetails;
            row.UsedAt = clock.GetUtcNow();
            return;
        }

        db.Add(new Passkey
        {
            OrganizationId = user.OrganizationId,
            CredentialId = passkey.CredentialId,
            UserId = user.Id,
            Name = passkey.Name,
            Details = sealedDetails,
            CreatedAt = clock.GetUtcNow(),
        });
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Passkey>().AsNoTracking().Where(row => row.UserId == user.Id).ToListAsync(cancellationToken);
        var passkeys = new List<UserPasskeyInfo>(rows.Count);
        foreach (var row in rows)
        {
            passkeys.Add(await OpenAsync(row, cancellationToken));
        }

        return passkeys;
    }

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => await (
        from row in db.Set<Passkey>()
        join user in db.Set<User>() on row.UserId equals user.Id
        where row.CredentialId == credentialId
        select user).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await RowAsync(user, credentialId, cancellationToken) is { } row ? await OpenAsync(row, cancellationToken) : null;

    public async Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await RowAsync(user, credentialId, cancellationToken) is { } row)
        {
            db.Remove(row);
        }
    }

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(HandleOf(user.OrganizationId, user.Id));

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw KeptBySlices();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw KeptBySlices();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw KeptBySlices();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw KeptBySlices();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw KeptBySlices();

    public void Dispose()
    {
        // The context belongs to the scope.
    }

    private static NotSupportedException KeptBySlices() => new("People are kept by the slices of this module, not through Identity's store.");

    private Task<Passkey?> RowAsync(User user, byte[] credentialId, CancellationToken ct) =>
        db.Set<Passkey>().SingleOrDefaultAsync(row => row.UserId == user.Id && row.CredentialId == credentialId, ct);

    private async Task<UserPasskeyInfo> OpenAsync(Passkey row, CancellationToken ct)
    {
        var plain = await cipher.OpenAsync(row.OrganizationId, Passkey.DetailsColumn, row.UserId, row.Details, ct);
        var details = JsonSerializer.Deserialize<Details>(plain) ?? throw new InvalidOperationException("A passkey without details.");
        return new UserPasskeyInfo(
            row.CredentialId, details.PublicKey, row.CreatedAt, details.SignCount, details.Transports, details.IsUserVerified, details.IsBackupEligible,
            details.IsBackedUp, details.Attestation, details.ClientData) { Name = row.Name };
    }
}
