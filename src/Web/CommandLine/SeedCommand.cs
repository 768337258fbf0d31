using System.CommandLine;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Kernel.Database;
using Earshot.Web.CommandLine.Seed;
using Npgsql;

namespace Earshot.Web.CommandLine;

/// <summary><c>earshot seed</c>: fills an organization with invented calls, for demonstrations and for measuring.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var calls = new Option<int>("--calls") { Description = "How many calls.", DefaultValueFactory = _ => 1000 };
        var texts = new Option<int>("--texts") { Description = "How many of them, the newest, can be opened and read.", DefaultValueFactory = _ => 1000 };
        var days = new Option<int>("--days") { Description = "Over how many days until now.", DefaultValueFactory = _ => 365 };
        var seed = new Option<int>("--seed") { Description = "The same number gives the same calls.", DefaultValueFactory = _ => 1 };
        var organization = new Option<Guid?>("--organization") { Description = "Which organization; the only one when absent." };
        var command = new Command("seed", "Fill an organization with invented calls.") { calls, texts, days, seed, organization };
        command.SetAction(async (parsed, ct) =>
        {
            var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, ct);
            await using var app = WebServer.Build(settings, "http://127.0.0.1:0");
            await app.Services.GetRequiredService<Migrator>().RunAsync(ct);
            await using var connection = await OpenAsync(app.Services.GetRequiredService<DatabaseSettings>(), ct);
            var target = await SeedTargets.FindAsync(app.Services, parsed.GetValue(organization), ct);
            if (target is null)
            {
                await Terminal.Error.WriteLineAsync("Which organization? Start the server once, or name one with --organization ID.");
                return 2;
            }

            var count = parsed.GetValue(calls);
            var pool = SeedPool.Make(Math.Clamp(count, 40, 2000), parsed.GetValue(seed));
            var writer = new WriteSeed(connection, target, pool, TimeProvider.System.GetUtcNow(), parsed.GetValue(seed));
            var progress = new Progress<int>(done => Terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {count}")));
            await writer.RunAsync(count, parsed.GetValue(texts), parsed.GetValue(days), progress, ct);
            await Terminal.Error.WriteLineAsync();
            return 0;
        });
        return command;
    }

    private static async Task<NpgsqlConnection> OpenAsync(DatabaseSettings database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(database.OwnerConnection);
        await connection.OpenAsync(ct);
        return connection;
    }
}
