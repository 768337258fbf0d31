using Earshot.Platform.Kernel.Egress;
using Npgsql;

namespace Earshot.Platform.Privacy.Subprocessors;

/// <summary>Answers the egress guard from the registers: an agreement that ran out switches a destination off; a transfer needs all its records.</summary>
internal sealed class RegisterPermits(NpgsqlDataSource source, PlatformSettings settings, TimeProvider clock) : IEgressPermits
{
    public async Task<TransferPermission?> FindTransferAsync(Guid organization, Destination destination, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await SetTenantAsync(connection, organization, ct);
        await using var select = new NpgsqlCommand(
            """
            select id, country, consent, notice, mechanism, protection, ending, law, until_at from privacy.transfers
            where organization_id = @organization and destination = @destination and withdrawn_at is null and (until_at is null or until_at > @now) order by created_at desc
            """,
            connection);
        select.Parameters.AddWithValue("organization", organization);
        select.Parameters.AddWithValue("destination", destination.Name);
        select.Parameters.AddWithValue("now", clock.GetUtcNow());
        await using var rows = await select.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var records = new TransferRecords(rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetString(7));
            if (TransferRules.Missing(settings.Region, records).Count == 0)
            {
                return new TransferPermission(rows.GetGuid(0), await rows.IsDBNullAsync(8, ct) ? null : await rows.GetFieldValueAsync<DateTimeOffset>(8, ct));
            }
        }

        return null;
    }

    public async Task<bool> IsSwitchedOffAsync(Guid organization, Destination destination, CancellationToken ct)
    {
        if (destination.IsLocal || destination.Data.Count == 0)
        {
            return false;
        }

        await using var select = source.CreateCommand("select exists (select from privacy.agreements where destination = @destination and ends_at < @today)");
        select.Parameters.AddWithValue("destination", destination.Name);
        select.Parameters.AddWithValue("today", DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return await select.ExecuteScalarAsync(ct) is true;
    }

    private static async Task SetTenantAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var tenant = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false)", connection);
        tenant.Parameters.AddWithValue("tenant", organization.ToString());
        await tenant.ExecuteNonQueryAsync(ct);
    }
}
