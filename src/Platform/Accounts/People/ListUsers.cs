using Earshot.Platform.Accounts.Departments;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts.People;

/// <param name="Departments">Departments that the person sees; empty: all.</param>
public sealed record UserLine(
    Guid Id, string Name, string Email, string Role, bool IsActive, bool MaySeeRaw, bool HasSecondFactor, IReadOnlyList<Guid> Departments, DateTimeOffset? LastSeenAt);

/// <summary>The people of the organization, active ones first, then by name.</summary>
public sealed class ListUsers(PlatformDb db, TenantCipher cipher)
{
    public async Task<IReadOnlyList<UserLine>> RunAsync(CancellationToken ct)
    {
        var users = await db.Set<User>().AsNoTracking().ToListAsync(ct);
        var departments = (await db.Set<UserDepartment>().AsNoTracking().ToListAsync(ct)).ToLookup(row => row.UserId, row => row.DepartmentId);
        var holders = (await db.Set<Passkey>().Select(row => row.UserId).ToListAsync(ct)).ToHashSet();
        var lines = new List<UserLine>(users.Count);
        foreach (var user in users)
        {
            var name = await cipher.OpenTextAsync(user.OrganizationId, User.NameColumn, user.Id, user.Name, ct);
            var email = await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct);
            lines.Add(new(user.Id, name, email, user.Role, user.State == UserStates.Active, user.MaySeeRaw, user.TwoFactorEnabled || holders.Contains(user.Id), [.. departments[user.Id]], user.LastSeenAt));
        }

        return [.. lines.OrderByDescending(line => line.IsActive).ThenBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}
