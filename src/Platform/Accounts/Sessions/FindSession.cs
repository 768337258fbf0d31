using System.Data.Common;
using System.Security.Claims;
using Earshot.Platform.Accounts.People;
using Npgsql;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>Reads, for each request, whether a session still stands and what its person may do now: one round trip, past the object mapper.</summary>
internal sealed class FindSession(NpgsqlDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <returns>The principal; null when the session or the person is no more.</returns>
    public async Task<ClaimsPrincipal?> RunAsync(Guid organization, Guid session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(organization, session, now, ct) is not { } found)
        {
            return null;
        }

        if (now - found.SeenAt > SeenEvery)
        {
            await SeeAsync(found, now, ct);
        }

        return found.ToPrincipal();
    }

    private async Task<Found?> ReadAsync(Guid organization, Guid session, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = Batch(organization);
        var select = Add(
            batch,
            """
            select s.organization_id, u.id, s.id, s.seen_at, u.role, u.may_see_raw, u.language, u.time_zone, o.requires_second_factor and not s.second_factor
            from accounts.sessions s
            join accounts.users u on u.organization_id = s.organization_id and u.id = s.user_id
            join accounts.organizations o on o.organization_id = s.organization_id
            where s.organization_id = @organization and s.id = @session and s.ended_at is null and o.state <> 'closed' and u.state = @active
              and s.seen_at > @idle and s.created_at > @longest
            """);
        select.AddWithValue("organization", organization);
        select.AddWithValue("session", session);
        select.AddWithValue("active", UserStates.Active);
        select.AddWithValue("idle", now - Session.Idle);
        select.AddWithValue("longest", now - Session.Longest);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    private async Task SeeAsync(Found found, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = Batch(found.Organization);
        foreach (var (sql, id) in new[]
        {
            ("update accounts.sessions set seen_at = @now where organization_id = @organization and id = @id", found.Session),
            ("update accounts.users set last_seen_at = @now where organization_id = @organization and id = @id", found.User),
        })
        {
            var update = Add(batch, sql);
            update.AddWithValue("now", now);
            update.AddWithValue("organization", found.Organization);
            update.AddWithValue("id", id);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    // The tenant is told in the same round trip, for its transaction alone.
    private NpgsqlBatch Batch(Guid organization)
    {
        var batch = source.CreateBatch();
        Add(batch, "select set_config('app.tenant_id', @tenant, true)").AddWithValue("tenant", organization.ToString());
        return batch;
    }

    private static NpgsqlParameterCollection Add(NpgsqlBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    private static Found Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3), row.GetString(4), row.GetBoolean(5), row.GetString(6), row.GetString(7), row.GetBoolean(8));

    private sealed record Found(
        Guid Organization, Guid User, Guid Session, DateTimeOffset SeenAt, string Role, bool MaySeeRaw, string Language, string TimeZone, bool MustEnrol)
    {
        public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
            [
                new(AccountClaims.Organization, Organization.ToString()),
                new(AccountClaims.User, User.ToString()),
                new(AccountClaims.Session, Session.ToString()),
                new(AccountClaims.Role, Role),
                new(AccountClaims.MaySeeRaw, MaySeeRaw ? "true" : "false"),
                new(AccountClaims.MustEnrol, MustEnrol ? "true" : "false"),
                new(AccountClaims.Language, Language),
                new(AccountClaims.TimeZone, TimeZone),
            ],
            SessionCookie.Scheme, AccountClaims.User, AccountClaims.Role));
    }
}
