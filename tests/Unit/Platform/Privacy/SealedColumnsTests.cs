using System.Text.RegularExpressions;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Privacy.KeyRotation;

namespace Earshot.Unit.Platform.Privacy;

public sealed partial class SealedColumnsTests
{
    // Under the master key itself: rotated with it.
    private static readonly string[] UnderTheMasterKey = ["accounts.browser_keys.sealed", "privacy.signing_keys.private_key"];

    [Fact]
    public void Every_column_that_a_migration_calls_sealed_is_sealed_again_after_a_rotation()
    {
        var listed = SealedColumns.All.Select(column => $"{column.Table}.{column.Column}").Concat(UnderTheMasterKey).ToHashSet();

        Assert.Empty(Migrator.Files().SelectMany(file => SealedIn(file.Sql)).Except(listed));
    }

    [Fact]
    public void No_column_is_listed_twice() =>
        Assert.Equal(SealedColumns.All.Count, SealedColumns.All.Select(column => (column.Table, column.Column)).Distinct().Count());

    [Theory]
    [InlineData("create table a.b (\n  x bytea not null,   -- sealed\n", "a.b.x")]
    [InlineData("create table a.b (\n  x bytea,            -- blind index\n", "")]
    [InlineData("alter table a.b add column y bytea;   -- its key, sealed\n", "a.b.y")]
    public void The_reader_of_migrations_sees_what_is_sealed(string sql, string columns) => Assert.Equal(columns, string.Join(' ', SealedIn(sql)));

    private static IEnumerable<string> SealedIn(string sql)
    {
        var table = "";
        foreach (var line in sql.Split('\n'))
        {
            table = Table().Match(line) is { Success: true } named ? named.Groups[1].Value : table;
            if (Column().Match(line) is { Success: true } column)
            {
                yield return $"{table}.{column.Groups[1].Value}";
            }
        }
    }

    [GeneratedRegex("(?:create|alter) table ([a-z_.]+)")]
    private static partial Regex Table();

    [GeneratedRegex(@"(\w+) bytea\b[^-]*--.*\bsealed\b")]
    private static partial Regex Column();
}
