using Earshot.Platform.Accounts.People;
using Earshot.Platform.Accounts.SecondFactor;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Earshot.Platform.Accounts.SignOn;

/// <summary>Whose a linked account is.</summary>
public sealed record IdentityOwner(Guid OrganizationId, Guid UserId);

public sealed record IdentityLine(Guid Id, string Provider, string? Username, DateTimeOffset LinkedAt, DateTimeOffset? UsedAt);

/// <summary>Accounts elsewhere: find whose one is, link, list, unlink.</summary>
public sealed class KeepIdentities(PlatformDb db, TenantCipher cipher, Actor actor, IdentitySteps steps, TimeProvider clock)
{
    public async Task<IReadOnlyList<IdentityLine>> ListAsync(CancellationToken ct)
    {
        var me = actor.RequireUser();
        var rows = await db.Set<LinkedIdentity>().AsNoTracking().Where(row => row.UserId == me).OrderBy(row => row.LinkedAt).ToListAsync(ct);
        var lines = new List<IdentityLine>(rows.Count);
        foreach (var row in rows)
        {
            var shown = row.Username is { } name ? await cipher.OpenTextAsync(row.OrganizationId, LinkedIdentity.UsernameColumn, row.Id, name, ct) : null;
            lines.Add(new(row.Id, row.Provider, shown, row.LinkedAt, row.UsedAt));
        }

        return lines;
    }

    /// <summary>Takes a link away, unless it is the last way in.</summary>
    public async Task<Result<Done>> UnlinkAsync(Guid id, CancellationToken ct)
    {
        var me = actor.RequireUser();
        if (!await steps.Confirm.IsFreshAsync(ct))
        {
            return AccountFailures.ConfirmFirst;
        }

        if (await db.Set<LinkedIdentity>().SingleOrDefaultAsync(row => row.UserId == me && row.Id == id, ct) is not { } identity)
        {
            return AccountFailures.IdentityNotFound;
        }

        if (await IsLastWayAsync(me, id, ct))
        {
            return AccountFailures.LastWayIn;
        }

        db.Remove(identity);
        await steps.Audit.RecordAsync("identity.unlinked", "user", me, me, new { identity.Provider }, ct);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    internal async Task<IdentityOwner?> FindAsync(SignOnProvider provider, OutsidePerson person, CancellationToken ct)
    {
        var index = await IndexAsync(provider, person, ct);
        var owner = await db.Database.SqlQuery<IdentityOwner>(
            $"select organization_id as \"OrganizationId\", user_id as \"UserId\" from accounts.find_identity({index})").SingleOrDefaultAsync(ct);
        return provider.Organization is { } organization && owner?.OrganizationId != organization ? null : owner;
    }

    internal async Task<Result<Done>> LinkAsync(SignOnProvider provider, Guid user, OutsidePerson person, CancellationToken ct)
    {
        if (provider.Organization is { } organization && organization != db.Organization)
        {
            return AccountFailures.SignOnUnknown;
        }

        await AddAsync(provider, user, person, ct);
        await steps.Audit.RecordAsync("identity.linked", "user", user, user, new { provider = provider.Name }, ct);
        return await SaveAsync(ct);
    }

    /// <summary>Adds the row; the caller saves.</summary>
    internal async Task AddAsync(SignOnProvider provider, Guid user, OutsidePerson person, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        db.Add(new LinkedIdentity
        {
            SubjectIndex = await IndexAsync(provider, person, ct),
            OrganizationId = db.Organization,
            UserId = user,
            Provider = provider.Name,
            Id = id,
            Subject = await cipher.SealAsync(db.Organization, LinkedIdentity.SubjectColumn, id, person.Subject, ct),
            Username = person.Username is { } name ? await cipher.SealAsync(db.Organization, LinkedIdentity.UsernameColumn, id, name, ct) : null,
            LinkedAt = clock.GetUtcNow(),
        });
    }

    internal Task<int> UsedAsync(SignOnProvider provider, Guid user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<LinkedIdentity>().Where(row => row.UserId == user && row.Provider == provider.Name).ExecuteUpdateAsync(row => row.SetProperty(found => found.UsedAt, now), ct);
    }

    private async Task<bool> IsLastWayAsync(Guid me, Guid id, CancellationToken ct) =>
        !await db.Set<User>().AnyAsync(row => row.Id == me && row.PasswordHash != null, ct)
        && !await db.Set<Passkey>().AnyAsync(row => row.UserId == me, ct)
        && !await db.Set<LinkedIdentity>().AnyAsync(row => row.UserId == me && row.Id != id, ct);

    private ValueTask<byte[]> IndexAsync(SignOnProvider provider, OutsidePerson person, CancellationToken ct) =>
        cipher.BlindIndexAsync(TenantCipher.Installation, LinkedIdentity.IndexPurpose, $"{provider.Name}\n{person.Subject}", ct);

    // Two accounts here that link one account there: the key of the table decides.
    private async Task<Result<Done>> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new Done();
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "identities" })
        {
            return AccountFailures.IdentityTaken;
        }
    }
}

/// <summary>What keeping identities takes.</summary>
public sealed record IdentitySteps(ConfirmIdentity Confirm, AccountAudit Audit);
