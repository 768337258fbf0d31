using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>
/// Accounts of a person, for the operator's own desk: found by e-mail over all organizations, read inside each by the holders of the tables
/// of which the operator is the controller. They are shown and copied here; an account ends in its organization.
/// </summary>
internal sealed class AccountsHolder(PlatformDb db, TenantCipher cipher, IServiceScopeFactory scopes) : IPersonalDataHolder
{
    /// <summary>How such records are found: they belong to an organization, and no act of the operator's desk reaches them.</summary>
    public const string ByAccount = "account";

    public string Name => "people";

    /// <summary>None of its own.</summary>
    public IReadOnlyList<string> Tables => [];

    public async Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct)
    {
        if (db.Organization != TenantCipher.Installation || who.Email is not { } email)
        {
            return [];
        }

        var index = await cipher.BlindIndexAsync(TenantCipher.Installation, EmailAddress.IndexPurpose, email, ct);
        var accounts = await db.Database.SqlQuery<Account>(
            $"""select organization_id as "Organization", user_id as "User" from accounts.find_sign_in_name({index})""").ToListAsync(ct);
        var found = new List<HeldRecord>();
        foreach (var account in accounts)
        {
            found.AddRange(await ReadAsync(account, ct));
        }

        return found;
    }

    public Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct) => Task.FromResult(0);

    public Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct) => Task.FromResult(0);

    public Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct) =>
        Task.FromResult(new HolderErasure(Name, new Dictionary<string, int>(), new Dictionary<string, int>()));

    /// <summary>Whether an account stands in the way of an act: nothing is erased while there is one, nothing stopped while it is in use.</summary>
    internal static bool Bars(HeldRecord record, bool erases) =>
        record is { FoundBy: ByAccount, Table: "accounts.users" } && (erases || record.Fields.Contains(new HeldField("state", UserStates.Active)));

    private async Task<List<HeldRecord>> ReadAsync(Account account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(account.Organization);
        var found = new List<HeldRecord>();
        foreach (var holder in scope.ServiceProvider.GetServices<IPersonalDataHolder>().Where(holder => holder.Name == Name && holder.Tables.Any(IsOperators)))
        {
            found.AddRange((await holder.FindAsync(PersonKeys.Linked([account.User]), ct)).Select(record => record with { FoundBy = ByAccount }));
        }

        return found;
    }

    private static bool IsOperators(string table) => DataMap.Current.Tables.Any(row => row.Name == table && row.Role == "controller");

    private sealed record Account(Guid Organization, Guid User);
}
