using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Earshot.Platform.Accounts;

/// <param name="Id">The person.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="Language">In which language.</param>
/// <param name="Role">What they are in the organization.</param>
/// <param name="TimeZone">By whose clock they live.</param>
public sealed record Addressee(Guid Id, string Email, string Language, string Role, string TimeZone)
{
    /// <summary>Whether their role has the right now.</summary>
    public bool May(string policy) => Policies.All.Any(known => known.Name == policy && known.Roles.Contains(Role));
}

/// <summary>Whom a notice to the people of the current organization goes to.</summary>
public sealed class PeopleDirectory(PlatformDb db, TenantCipher cipher)
{
    /// <summary>Active people with their e-mail.</summary>
    public async Task<IReadOnlyList<Addressee>> ListAsync(CancellationToken ct)
    {
        var users = await db.Set<User>().AsNoTracking().Where(user => user.State == UserStates.Active)
            .Select(user => new { user.OrganizationId, user.Id, user.Email, user.Language, user.Role, user.TimeZone }).ToListAsync(ct);
        var people = new List<Addressee>(users.Count);
        foreach (var user in users)
        {
            people.Add(new Addressee(user.Id, await cipher.OpenTextAsync(user.OrganizationId, User.EmailColumn, user.Id, user.Email, ct), user.Language, user.Role, user.TimeZone));
        }

        return people;
    }
}
