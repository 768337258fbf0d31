using Npgsql;

namespace Earshot.Integration.Harness;

/// <summary>Speaks to the database of a product as its owner, past row-level security.</summary>
internal static class OwnerSql
{
    public static async Task TellAsync(this TestProduct product, string sql)
    {
        await using var source = NpgsqlDataSource.Create(product.Settings.Database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T?> AskAsync<T>(this TestProduct product, string sql)
    {
        await using var source = NpgsqlDataSource.Create(product.Settings.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
