using System.Globalization;
using System.Security.Cryptography;
using Earshot.Platform.Kernel.Encryption;
using Npgsql;

namespace Earshot.Platform.Kernel.Audit;

/// <summary>What the check of one organization's audit log found.</summary>
/// <param name="Organization">Whose; all zeros is the installation.</param>
/// <param name="Events">Events in the chain.</param>
/// <param name="Seals">Seals that were checked.</param>
/// <param name="BrokenAt">Number of the first event that is not what it was; null when all are.</param>
/// <param name="Problem">Name of what is wrong: <c>gap</c>, <c>event_missing</c>, <c>event_changed</c>, <c>chain_changed</c>, <c>seal_changed</c>, <c>cut_off</c>, <c>not_chained</c>.</param>
public sealed record AuditVerdict(Guid Organization, long Events, int Seals, long? BrokenAt, string? Problem)
{
    public bool IsWhole => Problem is null;
}

/// <summary>
/// Recomputes the chain of an organization from its events, here and not in the database, and compares it with the stored one and with
/// the seals that only the master key can make.
/// </summary>
public sealed class VerifyAudit(NpgsqlDataSource source, MasterKey master)
{
    public async Task<AuditVerdict> RunAsync(Guid organization, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using (var tenant = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false)", connection))
        {
            tenant.Parameters.AddWithValue("tenant", organization.ToString());
            await tenant.ExecuteNonQueryAsync(ct);
        }

        var seals = await SealsAsync(connection, organization, ct);
        var verdict = await WalkAsync(connection, organization, seals, ct);
        return verdict.IsWhole && await UnchainedAsync(connection, organization, ct) > 0 ? verdict with { Problem = "not_chained" } : verdict;
    }

    private async Task<AuditVerdict> WalkAsync(
        NpgsqlConnection connection, Guid organization, Dictionary<long, (byte[] Hash, byte[] Seal)> seals, CancellationToken ct)
    {
        await using var rows = await ReadChainAsync(connection, organization, ct);
        byte[][] keys = [.. master.DeriveEach(LinkAudit.SealPurpose)];
        byte[]? previous = null;
        long last = 0, events = 0;
        while (await rows.ReadAsync(ct))
        {
            var seq = rows.GetInt64(0);
            var problem = previous is not null && seq != last + 1 ? "gap" : Check(rows, previous, seq);
            var hash = rows.GetFieldValue<byte[]>(2);
            problem ??= seals.Remove(seq, out var seal) && !IsSealed(keys, organization, seq, hash, seal) ? "seal_changed" : null;
            if (problem is not null)
            {
                return new AuditVerdict(organization, events, seals.Count, seq, problem);
            }

            (previous, last, events) = (hash, seq, events + 1);
        }

        var beyond = seals.Keys.Where(seq => seq > last).Order().Select(seq => (long?)seq).FirstOrDefault();
        return new AuditVerdict(organization, events, seals.Count, beyond, beyond is null ? null : "cut_off");
    }

    private static string? Check(NpgsqlDataReader row, byte[]? previous, long seq)
    {
        var stored = row.GetFieldValue<byte[]>(1);
        if (previous is not null ? !stored.AsSpan().SequenceEqual(previous) : seq == 1 && stored.AsSpan().ContainsAnyExcept((byte)0))
        {
            return "chain_changed";
        }

        if (row.IsDBNull(3))
        {
            return "event_missing";
        }

        return AuditLink.Hash(stored, seq, Text(row)).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(2)) ? null : "event_changed";
    }

    // The same fields in the same order as kernel.audit_text.
    private static string Text(NpgsqlDataReader row)
    {
        var at = row.GetFieldValue<DateTimeOffset>(5);
        string Optional(int column) => row.IsDBNull(column) ? string.Empty : row.GetValue(column).ToString() ?? string.Empty;
        return string.Join(
            AuditLink.Separator,
            row.GetGuid(3), row.GetGuid(4), ((at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
            row.GetString(6), Optional(7), row.GetString(8), row.GetString(9), Optional(10), Optional(11), row.GetString(12), Optional(13),
            row.IsDBNull(14) ? string.Empty : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(14)));
    }

    private static bool IsSealed(byte[][] keys, Guid organization, long seq, byte[] hash, (byte[] Hash, byte[] Seal) stored) =>
        stored.Hash.AsSpan().SequenceEqual(hash) && keys.Any(key => CryptographicOperations.FixedTimeEquals(LinkAudit.Seal(key, organization, seq, hash), stored.Seal));

    private static async Task<NpgsqlDataReader> ReadChainAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand(
            """
            select c.seq, c.previous, c.hash, e.organization_id, e.id, e.at, e.actor_kind, e.actor_id, e.action, e.object_kind, e.object_id, e.subject_id, e.purpose,
              e.details::text, e.person
            from kernel.audit_chain c left join kernel.audit_events e on e.organization_id = c.organization_id and e.at = c.at and e.id = c.event_id
            where c.organization_id = @organization order by c.seq
            """,
            connection);
        select.Parameters.AddWithValue("organization", organization);
        return await select.ExecuteReaderAsync(ct);
    }

    private static async Task<Dictionary<long, (byte[] Hash, byte[] Seal)>> SealsAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand("select seq, hash, seal from kernel.audit_seals where organization_id = @organization", connection);
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var seals = new Dictionary<long, (byte[], byte[])>();
        while (await reader.ReadAsync(ct))
        {
            seals[reader.GetInt64(0)] = (reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        }

        return seals;
    }

    // An event that is neither chained nor waiting to be was put in past the trigger.
    private static async Task<long> UnchainedAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var count = new NpgsqlCommand(
            """
            select count(*) from kernel.audit_events e where e.organization_id = @organization
              and not exists (select from kernel.audit_chain c where c.organization_id = e.organization_id and c.event_id = e.id)
              and not exists (select from kernel.audit_pending p where p.organization_id = e.organization_id and p.at = e.at and p.id = e.id)
            """,
            connection);
        count.Parameters.AddWithValue("organization", organization);
        return await count.ExecuteScalarAsync(ct) is long unchained ? unchained : 0;
    }
}
