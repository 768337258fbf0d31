using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Integration.Kernel;

/// <summary>The numbered SQL files and the model of the code describe the same tables.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Every_mapped_column_exists_with_the_right_nullability()
    {
        await using var product = await TestDatabase.CreateAsync();
        await using var scope = product.Of(Guid.NewGuid());
        var columns = await ColumnsAsync(product.Settings.Database);

        var wrong = scope.ServiceProvider.GetRequiredService<PlatformDb>().Model.GetEntityTypes().SelectMany(entity => Differences(entity, columns));

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Canary_a_missing_and_a_nullable_column_are_seen()
    {
        await using var product = await TestDatabase.CreateAsync();
        await using var scope = product.Of(Guid.NewGuid());
        await ExecuteAsync(product.Settings.Database, "alter table calls.calls drop column line; alter table calls.calls alter column source drop not null");
        var columns = await ColumnsAsync(product.Settings.Database);

        var wrong = scope.ServiceProvider.GetRequiredService<PlatformDb>().Model.GetEntityTypes().SelectMany(entity => Differences(entity, columns));

        Assert.Equal(["calls.calls.line is missing", "calls.calls.source may be null in the table only"], wrong.Order());
    }

    private static IEnumerable<string> Differences(IEntityType entity, Dictionary<string, bool> columns)
    {
        if (entity.GetTableName() is not { } table)
        {
            yield break;
        }

        foreach (var property in entity.GetProperties())
        {
            var name = $"{entity.GetSchema()}.{table}.{property.GetColumnName()}";
            if (!columns.TryGetValue(name, out var isNullable))
            {
                yield return $"{name} is missing";
            }
            else if (isNullable != property.IsNullable)
            {
                yield return $"{name} may be null in the {(isNullable ? "table" : "model")} only";
            }
        }
    }

    private static async Task<Dictionary<string, bool>> ColumnsAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var select = new NpgsqlCommand(
            "select table_schema || '.' || table_name || '.' || column_name, is_nullable = 'YES' from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')",
            connection);
        await using var reader = await select.ExecuteReaderAsync();
        var columns = new Dictionary<string, bool>();
        while (await reader.ReadAsync())
        {
            columns[reader.GetString(0)] = reader.GetBoolean(1);
        }

        return columns;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
