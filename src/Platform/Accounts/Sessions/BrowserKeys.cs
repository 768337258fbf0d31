using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Earshot.Platform.Accounts.Sessions;

/// <summary>
/// The keys of cookies and forms live in the database, shared by the machines of the installation, each sealed with AES-256-GCM under a
/// key derived from the master key: who steals the database can't forge a session.
/// </summary>
internal sealed class BrowserKeys(DatabaseSettings database, MasterKey masterKey, TimeProvider clock) : IXmlRepository, IMasterKeyHolder
{
    private const string Purpose = "browser keys";

    public string Name => "browser keys";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = new NpgsqlConnection(database.AppConnection);
        connection.Open();
        using var command = new NpgsqlCommand("select id, sealed from accounts.browser_keys order by created_at", connection);
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
        {
            elements.Add(XElement.Parse(Open(reader.GetGuid(0), (byte[])reader[1])));
        }

        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        using var connection = new NpgsqlConnection(database.AppConnection);
        connection.Open();
        using var command = new NpgsqlCommand("insert into accounts.browser_keys (id, sealed, created_at) values (@id, @sealed, @now)", connection);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("sealed", Seal(id, element.ToString(SaveOptions.DisableFormatting)));
        command.Parameters.AddWithValue("now", clock.GetUtcNow());
        command.ExecuteNonQuery();
    }

    internal byte[] Seal(Guid id, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        using var aes = new AesGcm(masterKey.Derive(Purpose), 16);
        aes.Encrypt(result.AsSpan(0, 12), plain, result.AsSpan(28), result.AsSpan(12, 16), id.ToByteArray());
        return result;
    }

    internal string Open(Guid id, byte[] sealedBytes) =>
        masterKey.DeriveEach(Purpose).Select(key => TryOpen(key, id, sealedBytes)).FirstOrDefault(text => text is not null)
        ?? throw new CryptographicException("A key of cookies and forms was sealed under a master key that is not known here.");

    public async Task<long> RewrapAsync(NpgsqlDataSource owner, IProgress<long> progress, CancellationToken ct)
    {
        var moved = 0L;
        foreach (var (id, sealedBytes) in await ListAsync(owner, ct))
        {
            if (TryOpen(masterKey.Derive(Purpose), id, sealedBytes) is not null)
            {
                continue;
            }

            await using var update = owner.CreateCommand("update accounts.browser_keys set sealed = @sealed where id = @id");
            update.Parameters.AddWithValue("sealed", Seal(id, Open(id, sealedBytes)));
            update.Parameters.AddWithValue("id", id);
            await update.ExecuteNonQueryAsync(ct);
            progress.Report(++moved);
        }

        return moved;
    }

    private static async Task<List<(Guid Id, byte[] Sealed)>> ListAsync(NpgsqlDataSource owner, CancellationToken ct)
    {
        await using var select = owner.CreateCommand("select id, sealed from accounts.browser_keys");
        await using var reader = await select.ExecuteReaderAsync(ct);
        var rows = new List<(Guid, byte[])>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }

    private static string? TryOpen(byte[] key, Guid id, byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - 28];
        try
        {
            using var aes = new AesGcm(key, 16);
            aes.Decrypt(sealedBytes.AsSpan(0, 12), sealedBytes.AsSpan(28), sealedBytes.AsSpan(12, 16), plain, id.ToByteArray());
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null; // under another master key
        }
    }
}
