using System.Globalization;
using Earshot.Platform.Kernel.Database;
using Npgsql;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>What a check may look at: the database past row-level security, the settings, the folders. Counts only, never content.</summary>
public sealed class Installation(NpgsqlDataSource owner, PlatformSettings settings)
{
    public PlatformSettings Settings => settings;

    public NpgsqlDataSource Owner => owner;

    /// <summary>Name of the role that the product works under.</summary>
    public string AppRole { get; } = new DatabaseSettings(settings.Database, settings.MasterKey).AppRole;

    /// <summary>Answers a counting query.</summary>
    public async Task<long> CountAsync(string sql, CancellationToken ct)
    {
        await using var command = owner.CreateCommand(sql);
        if (sql.Contains("@role", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("role", AppRole);
        }

        if (sql.Contains("@region", StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("region", settings.Region);
        }

        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
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
}
