using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Earshot.Platform.Privacy.PersonalData;

/// <summary>Answers for one table of <see cref="SealedTables"/>. Names of tables and columns are those of the list, never of a request.</summary>
internal sealed class TableHolder(SealedTable table, PlatformDb db, TenantCipher cipher) : IPersonalDataHolder
{
    public string Name => table.Holder;

    public IReadOnlyList<string> Tables => [table.Table];

    public async Task<IReadOnlyList<HeldRecord>> FindAsync(PersonKeys who, CancellationToken ct)
    {
        var matcher = new PersonMatcher(who);
        var found = new List<HeldRecord>();
        await foreach (var row in ReadAsync(who, ct))
        {
            var fields = await OpenAsync(row, ct);
            var by = who.Ids.Contains(row.Id) || who.Ids.Contains(row.Link ?? row.Id) ? "link" : fields.Take(row.Sealed.Count).Select(field => matcher.Match(field.Value)).FirstOrDefault(match => match is not null);
            if (by is not null)
            {
                found.Add(new HeldRecord(table.Holder, table.Table, row.Id, fields, by));
            }
        }

        return found;
    }

    public async Task<int> CorrectAsync(IReadOnlyList<HeldRecord> records, Correction correction, CancellationToken ct)
    {
        var column = table.Sealed.FirstOrDefault(sealedColumn => sealedColumn.Field == correction.Field && sealedColumn.Row is null);
        return column is null ? 0 : await WriteAsync(column, Mine(records), correction.Value, ct);
    }

    // The policy of the database hides it, by the list of what is frozen.
    public Task<int> RestrictAsync(IReadOnlyList<HeldRecord> records, bool isRestricted, CancellationToken ct) =>
        Task.FromResult(RestrictedTables.Hidden.Contains(table.Table) ? Mine(records).Length : 0);

    public async Task<HolderErasure> EraseAsync(IReadOnlyList<HeldRecord> records, CancellationToken ct)
    {
        var ids = Mine(records);
        var counts = new Dictionary<string, int> { [table.Table] = ids.Length };
        if (ids.Length == 0 || table.Way is EraseWay.Keep)
        {
            return new HolderErasure(table.Holder, new Dictionary<string, int>(), ids.Length == 0 ? new Dictionary<string, int>() : new Dictionary<string, int> { [table.Erase] = ids.Length });
        }

        if (table.Way is EraseWay.Blank)
        {
            foreach (var column in table.Sealed)
            {
                await WriteAsync(column, ids, "–", ct);
            }
        }
        else
        {
            await using var erase = await CommandAsync(table.Erase, ct);
            erase.Parameters.AddWithValue("ids", ids);
            await erase.ExecuteNonQueryAsync(ct);
        }

        return new HolderErasure(table.Holder, counts, new Dictionary<string, int>());
    }

    private Guid[] Mine(IReadOnlyList<HeldRecord> records) => [.. records.Where(record => record.Table == table.Table).Select(record => record.Id).Distinct()];

    private async Task<int> WriteAsync(SealedColumn column, Guid[] ids, string value, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            await using var update = await CommandAsync($"update {table.Table} set {column.Column} = @value where organization_id = @organization and {table.Id} = @id", ct);
            update.Parameters.AddWithValue("value", await cipher.SealAsync(db.Organization, column.Purpose, id, value, ct));
            update.Parameters.AddWithValue("id", id);
            await update.ExecuteNonQueryAsync(ct);
        }

        return ids.Length;
    }

    // Nothing is read where neither a key nor a link can meet it; and never more than a page, as a table may have a million rows.
    private async IAsyncEnumerable<Row> ReadAsync(PersonKeys who, [EnumeratorCancellation] CancellationToken ct)
    {
        var isLinkedOnly = table.Sealed.Count == 0 || (table.IsLarge && !who.ReadsTexts) || who is { Phone: null, Email: null, Name: null };
        if (isLinkedOnly && who.Ids.Count == 0)
        {
            yield break;
        }

        var columns = string.Join(", ", new[] { table.Id, table.Link ?? table.Id }.Concat(table.Sealed.SelectMany(column => new[] { column.Column, column.Row ?? table.Id })).Concat(table.Plain.Select(name => $"to_jsonb({name}) #>> '{{}}'")));
        await using var select = await CommandAsync(
            $"select {columns} from {table.Table} where organization_id = @organization{(isLinkedOnly ? $" and ({table.Id} = any(@ids) or {table.Link ?? table.Id} = any(@ids))" : null)}", ct);
        select.Parameters.AddWithValue("ids", who.Ids.ToArray());
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return Read(reader);
        }
    }

    private Row Read(NpgsqlDataReader reader)
    {
        var opened = new List<(SealedColumn, Guid, byte[])>();
        for (var i = 0; i < table.Sealed.Count; i++)
        {
            if (!reader.IsDBNull(2 + (2 * i)))
            {
                opened.Add((table.Sealed[i], reader.GetGuid(3 + (2 * i)), reader.GetFieldValue<byte[]>(2 + (2 * i))));
            }
        }

        var first = 2 + (2 * table.Sealed.Count);
        return new Row(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1), opened, [.. table.Plain.Select((_, i) => reader.IsDBNull(first + i) ? string.Empty : reader.GetString(first + i))]);
    }

    private async Task<List<HeldField>> OpenAsync(Row row, CancellationToken ct)
    {
        var fields = new List<HeldField>();
        foreach (var (column, id, value) in row.Sealed)
        {
            fields.Add(new HeldField(column.Field, await OpenAsync(column, id, value, ct)));
        }

        fields.AddRange(table.Plain.Zip(row.Plain, (name, value) => new HeldField(name.Replace('_', ' '), value)).Where(field => field.Value.Length > 0));
        return fields;
    }

    private async Task<string> OpenAsync(SealedColumn column, Guid row, byte[] value, CancellationToken ct)
    {
        try
        {
            return await cipher.OpenTextAsync(db.Organization, column.Purpose, row, value, ct);
        }
        catch (CryptographicException)
        {
            return string.Empty; // sealed under a key that was destroyed since
        }
    }

    private async Task<NpgsqlCommand> CommandAsync(string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct); // the scope closes it
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        command.Parameters.AddWithValue("organization", db.Organization);
        return command;
    }

    private sealed record Row(Guid Id, Guid? Link, IReadOnlyList<(SealedColumn Column, Guid Id, byte[] Value)> Sealed, IReadOnlyList<string> Plain);
}
