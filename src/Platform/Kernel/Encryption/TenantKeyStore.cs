using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Earshot.Platform.Kernel.Encryption;

/// <summary>
/// Reads, makes, rotates, rewraps and destroys the rows of <c>kernel.data_keys</c>. A key is wrapped by the master key in an envelope
/// whose context is the organization and the key's id, so that a row can't be moved to another organization.
/// </summary>
internal sealed class TenantKeyStore(NpgsqlDataSource source, MasterKey master, TimeProvider clock)
{
    internal const string WrapPurpose = "wrap data keys";
    internal static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    /// <returns>Keys of the organization, made now if it has none.</returns>
    /// <exception cref="TenantKeysDestroyedException">They were destroyed.</exception>
    public async Task<TenantKeys> ReadAsync(Guid organization, CancellationToken ct)
    {
        await using var connection = await OpenAsync(organization, ct);
        var keys = await ReadAsync(connection, organization, ct);
        if (keys is null)
        {
            await AddAsync(connection, organization, "data", ct);
            await AddAsync(connection, organization, "derive", ct);
            keys = await ReadAsync(connection, organization, ct);
        }

        return keys ?? throw new InvalidOperationException("The keys of an organization could not be made.");
    }

    /// <summary>New values are sealed with a new key from now on; old ones stay readable.</summary>
    public async Task RotateAsync(Guid organization, CancellationToken ct)
    {
        await using var connection = await OpenAsync(organization, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var retire = new NpgsqlCommand(
            "update kernel.data_keys set is_active = false, replaced_at = @now where organization_id = @organization and kind = 'data' and is_active and destroyed_at is null", connection);
        retire.Parameters.AddWithValue("organization", organization);
        retire.Parameters.AddWithValue("now", clock.GetUtcNow());
        await retire.ExecuteNonQueryAsync(ct);
        await AddAsync(connection, organization, "data", ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Everything that was sealed for the organization becomes noise.</summary>
    public async Task DestroyAsync(Guid organization, CancellationToken ct)
    {
        await using var connection = await OpenAsync(organization, ct);
        await using var destroy = new NpgsqlCommand(
            "update kernel.data_keys set wrapped = null, destroyed_at = @now where organization_id = @organization and destroyed_at is null", connection);
        destroy.Parameters.AddWithValue("organization", organization);
        destroy.Parameters.AddWithValue("now", clock.GetUtcNow());
        await destroy.ExecuteNonQueryAsync(ct);
    }

    private async Task<NpgsqlConnection> OpenAsync(Guid organization, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var tenant = new NpgsqlCommand("select set_config('app.tenant_id', @tenant, false)", connection);
        tenant.Parameters.AddWithValue("tenant", organization.ToString());
        await tenant.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private async Task<TenantKeys?> ReadAsync(NpgsqlConnection connection, Guid organization, CancellationToken ct)
    {
        await using var select = new NpgsqlCommand("select id, kind, wrapped, is_active, master_key_id from kernel.data_keys where organization_id = @organization and (destroyed_at is null or is_active)", connection);
        select.Parameters.AddWithValue("organization", organization);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var data = new Dictionary<Guid, byte[]>();
        Guid? active = null;
        byte[]? derive = null;
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetGuid(0);
            var key = await reader.IsDBNullAsync(2, ct)
                ? throw new TenantKeysDestroyedException(organization)
                : await UnwrapAsync(organization, id, reader.GetString(4), reader.GetFieldValue<byte[]>(2), ct);
            if (reader.GetString(1) == "derive")
            {
                derive = key;
                continue;
            }

            data[id] = key;
            active = reader.GetBoolean(3) ? id : active;
        }

        return active is { } found && derive is not null ? new TenantKeys(found, data.ToFrozenDictionary(), derive, clock.GetUtcNow() + Kept) : null;
    }

    // Two processes may make the first key at once: the unique index lets one win, and both read the winner.
    private async Task AddAsync(NpgsqlConnection connection, Guid organization, string kind, CancellationToken ct)
    {
        await master.RefreshAsync(ct); // nothing new goes under a key that is on its way out
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        await using var insert = new NpgsqlCommand(
            """
            insert into kernel.data_keys (organization_id, id, kind, wrapped, master_key_id, is_active, created_at)
            values (@organization, @id, @kind, @wrapped, @master, true, @now) on conflict do nothing
            """,
            connection);
        insert.Parameters.AddWithValue("organization", organization);
        insert.Parameters.AddWithValue("id", id);
        insert.Parameters.AddWithValue("kind", kind);
        insert.Parameters.AddWithValue("wrapped", Wrap(master.Derive(WrapPurpose), organization, id, RandomNumberGenerator.GetBytes(Envelope.KeyBytes)));
        insert.Parameters.AddWithValue("master", master.Id);
        insert.Parameters.AddWithValue("now", clock.GetUtcNow());
        await insert.ExecuteNonQueryAsync(ct);
    }

    internal static byte[] Wrap(byte[] wrapping, Guid organization, Guid id, byte[] key) => Envelope.Seal(wrapping, id, key, WrapContext(organization, id));

    internal static byte[] Unwrap(byte[] wrapping, Guid organization, Guid id, byte[] wrapped) => Envelope.Open(wrapping, wrapped, WrapContext(organization, id));

    private async Task<byte[]> UnwrapAsync(Guid organization, Guid id, string masterId, byte[] wrapped, CancellationToken ct)
    {
        try
        {
            return Unwrap(await master.FindAsync(masterId, WrapPurpose, ct) ?? throw NotKnown(id, masterId), organization, id, wrapped);
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new CryptographicException($"Data key {id} does not open under master key {masterId}: the row was changed.", mismatch);
        }
    }

    private CryptographicException NotKnown(Guid id, string masterId) =>
        new($"Data key {id} is wrapped by master key {masterId}; the present one is {master.Id}. Add that key: EARSHOT_MASTER_KEY=PRESENT,EARLIER, or a second line of the key file.");

    private static byte[] WrapContext(Guid organization, Guid id) => Encoding.UTF8.GetBytes($"data key {organization:n} {id:n}");
}
