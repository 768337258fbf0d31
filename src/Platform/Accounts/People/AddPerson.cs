using Earshot.Platform.Accounts.Agreements;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Accounts.People;

/// <summary>What a person gives on joining. <paramref name="Accepts"/> must be a deliberate tick: without consent there is no account.</summary>
/// <param name="Phone">Optional.</param>
/// <param name="Accepts">Terms and processing of account data (clauses C01, D02).</param>
public sealed record NewPerson(string Name, string Email, string? Phone, string Password, string Language, string TimeZone, bool Accepts);

/// <summary>Checks what a person gave, and makes the account: row, sign-in name, consent.</summary>
public sealed class AddPerson(PlatformDb db, TenantCipher cipher, Passwords passwords, StolenPasswords stolen, RecordAcceptance record, TimeProvider clock)
{
    internal static Failure? Refuse(NewPerson person, bool withPassword = true)
    {
        return person switch
        {
            { Accepts: false } => AccountFailures.ConsentRequired,
            _ when !ProfileRules.IsName(person.Name) => AccountFailures.BadName,
            _ when EmailAddress.Normal(person.Email) is null => AccountFailures.BadEmail,
            { Phone.Length: > 0 } when PhoneNumber.Normal(person.Phone) is null => AccountFailures.BadPhone,
            _ when !ProfileRules.IsLanguage(person.Language) => AccountFailures.BadLanguage,
            _ when !ProfileRules.IsTimeZone(person.TimeZone) => AccountFailures.BadTimeZone,
            _ when withPassword && PasswordStrength.Weakness(person.Password, person.Email) is { } why => AccountFailures.WeakPassword(why),
            _ => null,
        };
    }

    /// <summary>Saves. Run it in the caller's transaction. Who comes by outside sign-on has no password.</summary>
    internal async Task<Result<User>> RunAsync(Guid organization, string role, NewPerson person, string way, CancellationToken ct, bool withPassword = true)
    {
        if (Refuse(person, withPassword) is { } refused)
        {
            return refused;
        }

        if (withPassword && stolen.Knows(person.Password))
        {
            return AccountFailures.StolenPassword;
        }

        if (await IsTakenAsync(person.Email, ct))
        {
            return AccountFailures.EmailTaken;
        }

        var user = User.Joined(organization, role, person.Language, person.TimeZone, clock.GetUtcNow());
        if (withPassword && !await SetPasswordAsync(user, person.Password, ct))
        {
            return AccountFailures.SignInBusy;
        }

        await SealAsync(user, person, ct);
        db.Add(user);
        foreach (var agreement in Agreement.OfEveryAccount)
        {
            record.Add(organization, user.Id, agreement, way);
        }

        return await SaveAsync(user, ct);
    }

    private async Task<bool> SetPasswordAsync(User user, string password, CancellationToken ct)
    {
        var hash = await passwords.HashAsync(user, password, ct);
        user.PasswordHash = hash.IsOk ? hash.Value : null;
        return hash.IsOk;
    }

    private async Task<bool> IsTakenAsync(string email, CancellationToken ct)
    {
        var index = await cipher.BlindIndexAsync(TenantCipher.Installation, EmailAddress.IndexPurpose, EmailAddress.Normal(email) ?? "", ct);
        return await db.Database.SqlQuery<bool>($"select exists (select 1 from accounts.find_sign_in_name({index})) as \"Value\"").SingleAsync(ct);
    }

    private async Task SealAsync(User user, NewPerson person, CancellationToken ct)
    {
        var email = EmailAddress.Normal(person.Email) ?? throw new InvalidOperationException("The e-mail was checked before.");
        user.Email = await cipher.SealAsync(user.OrganizationId, User.EmailColumn, user.Id, email, ct);
        user.Name = await cipher.SealAsync(user.OrganizationId, User.NameColumn, user.Id, person.Name.Trim(), ct);
        if (person.Phone is { Length: > 0 } phone && PhoneNumber.Normal(phone) is { } number)
        {
            user.Phone = await cipher.SealAsync(user.OrganizationId, User.PhoneColumn, user.Id, number, ct);
        }

        var index = await cipher.BlindIndexAsync(TenantCipher.Installation, EmailAddress.IndexPurpose, email, ct);
        db.Add(new SignInName { EmailIndex = index, OrganizationId = user.OrganizationId, UserId = user.Id });
    }

    // Two people who join with one e-mail at the same moment: the key of the table decides.
    private async Task<Result<User>> SaveAsync(User user, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return user;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "sign_in_names" })
        {
            return AccountFailures.EmailTaken;
        }
    }
}
