using System.Globalization;
using Npgsql;

namespace Earshot.Bench.Pipeline;

/// <summary>Processor time of a PostgreSQL on this machine, with all its processes; those that ended are counted by their parent.</summary>
internal static class PostgresTime
{
    private const double TicksPerSecond = 100; // USER_HZ on Linux

    /// <returns>Null where the server is not on this machine.</returns>
    public static async Task<TimeSpan?> ReadAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("select pg_backend_pid()", connection);
        if (await ask.ExecuteScalarAsync() is not int backend || Stat(backend) is not { } own)
        {
            return null;
        }

        var server = own[1];
        var ticks = Directory.GetDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0).Sum(pid => Stat(pid) is { } stat ? (pid == server ? stat[11..15].Sum() : stat[1] == server ? stat[11] + stat[12] : 0) : 0);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // Fields from the third on: state as 0, parent, …, utime, stime, cutime, cstime at 11 to 14 (proc_pid_stat(5)).
    private static long[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
