using System.Globalization;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Egress;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>
/// What a check may look at: the database past row-level security (over one connection, so that a test may break it in a transaction and
/// take it back), the settings, the folders, the program and its pages. Counts only, never content.
/// </summary>
public sealed class Installation(NpgsqlConnection owner, PlatformSettings settings, IServiceProvider program, IReadOnlyList<Uri> listened, DateTimeOffset now)
{
    /// <summary>Tables of the product: everything that is neither PostgreSQL's nor a part of a bigger table.</summary>
    internal const string OurTables = "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and c.relkind in ('r', 'p') and not c.relispartition";

    public PlatformSettings Settings => settings;

    /// <summary>The connection of the database's owner.</summary>
    internal NpgsqlConnection Owner => owner;

    /// <summary>The services of the program that is being looked at.</summary>
    public IServiceProvider Services => program;

    public DateTimeOffset Now => now;

    /// <summary>What it listens on.</summary>
    public IReadOnlyList<Uri> Listened => listened;

    /// <summary>Where its pages are; null when nothing serves them.</summary>
    public Uri? Address { get; } = OwnPages.Reach(listened);

    /// <summary>Name of the role that the product works under.</summary>
    public string AppRole { get; } = new DatabaseSettings(settings.Database, settings.MasterKey).AppRole;

    /// <summary>Answers a counting query. It may ask for <c>@role</c>, <c>@region</c> and <c>@now</c>.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken ct)
    {
        await using var command = Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>The rows of a query, each read by the function.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A finding that holds when nothing breaks the rule.</summary>
    /// <param name="what">What is counted, for the evidence.</param>
    /// <param name="offenders">Counts what breaks the rule.</param>
    /// <param name="all">Counts what was looked at.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Finding> NoneAsync(string what, string offenders, string all, CancellationToken ct)
    {
        var broken = await CountAsync(offenders, ct);
        var seen = await CountAsync(all, ct);
        return new Finding(broken == 0, string.Create(CultureInfo.InvariantCulture, $"{broken} of {seen} {what} break the rule"));
    }

    /// <summary>Opens a page as a stranger: no cookie. Null when nothing serves pages.</summary>
    public async Task<Visit?> VisitAsync(string path, CancellationToken ct)
    {
        if (Address is not { IsLoopback: true } home)
        {
            return null;
        }

        using var client = program.GetRequiredService<EgressClient>().For(OwnPages.Name, null);
        return await Visit.PayAsync(client, new Uri(home, path), ct);
    }

    internal NpgsqlCommand Command(string sql)
    {
        var command = owner.CreateCommand();
        command.CommandText = sql;
        Bind(command, "role", AppRole);
        Bind(command, "region", settings.Region);
        Bind(command, "now", now);
        return command;
    }

    private static void Bind(NpgsqlCommand command, string name, object value)
    {
        if (command.CommandText.Contains($"@{name}", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue(name, value);
        }
    }
}
