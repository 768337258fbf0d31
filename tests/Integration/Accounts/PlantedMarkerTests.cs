using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Earshot.Integration.Calls.Upload;
using Earshot.Integration.Harness;
using Earshot.Platform.Kernel.Backups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Earshot.Integration.Accounts;

/// <summary>A busy run with planted personal data: a dump of the whole database, the log and every file of the data folder hold none of it (clauses A25, B11, E01).</summary>
public sealed class PlantedMarkerTests
{
    private static readonly string[] Markers =
    [
        "planted.person@marker.example", "Plantedname", "79165550177", "916 555-01-77", "4111111111111111", "Plantedagent", "planted password of somebody", "planted-external-77", "Plantedcaller",
    ];

    [Fact]
    public async Task Nothing_personal_stands_in_dump_log_or_files()
    {
        var log = new KeptLog();
        await using var product = await TestProduct.StartAsync(also: services => services.AddSingleton<ILoggerProvider>(log));
        var secret = await LiveAsync(product);

        var places = new Dictionary<string, string> { ["dump"] = await DumpAsync(product), ["log"] = string.Join('\n', log.Lines.Select(line => line.Text)) };
        foreach (var file in Directory.GetFiles(product.Settings.DataFolder, "*", SearchOption.AllDirectories))
        {
            places[Path.GetFileName(file)] = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
        }

        Assert.Contains("organizations", places["dump"], StringComparison.Ordinal);
        Assert.Empty(from place in places from marker in Markers.Append(secret) where Holds(place.Value, marker) select $"{marker} in {place.Key}");
    }

    // Also as bytea shows it, and as Base64 would.
    private static bool Holds(string text, string marker) =>
        text.Contains(marker, StringComparison.OrdinalIgnoreCase) || text.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(marker)), StringComparison.OrdinalIgnoreCase)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(marker)), StringComparison.Ordinal);

    private static async Task<string> LiveAsync(TestProduct product)
    {
        using var sender = await Sender.OfAsync(product);
        using var browser = new Browser(product);
        using var joined = await browser.PostAsync("/api/accounts/join", new
        {
            token = await People.InviteAsync(sender.Owner, "supervisor"),
            person = new { name = "Plantedname Somebody", email = "planted.person@marker.example", phone = "+7 916 555-01-77", password = "planted password of somebody", language = "en", timeZone = "UTC", accepts = true },
        });
        Assert.Equal(HttpStatusCode.NoContent, joined.StatusCode);
        (await sender.Owner.PostAsync("/api/accounts/agents", new { name = "Plantedagent Example", externalId = "planted-external-77" })).Dispose();
        using var wrong = await browser.PostAsync("/api/accounts/sign-in", new { email = "planted.person@marker.example", password = "planted password of somebody else" });
        using var key = await sender.Owner.PostAsync("/api/accounts/keys/", new { name = "PBX", scopes = new[] { "calls:write" } });
        var (status, call) = await sender.PostAsync(JsonContent.Create(new
        {
            recording_ground = "consent", direction = "inbound", language = "en", agent = new { id = "planted-external-77" }, customer = new { phone = "+79165550177", name = "Plantedcaller" },
            turns = new[]
            {
                new { speaker = "agent", text = "Good morning, how can I help you?" },
                new { speaker = "customer", text = "My e-mail is planted.person@marker.example, my phone is +7 916 555-01-77 and my card is 4111111111111111." },
            },
        }));
        Assert.Equal(HttpStatusCode.Accepted, status);
        await Eventually.HoldsAsync(async () => await OneAsync(product, "select count(*) from calls.calls where state in ('done', 'stopped')") > 0, "the call is over");
        return (await key.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString() ?? "";
    }

    private static async Task<long> OneAsync(TestProduct product, string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(product.Settings.Database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is long count ? count : 0;
    }

    private static async Task<string> DumpAsync(TestProduct product)
    {
        using var dump = PostgresTool.Start("pg_dump", product.Settings.Database, "--format=plain", "--no-password");
        dump.StandardInput.Close();
        var errors = dump.StandardError.ReadToEndAsync();
        var text = await dump.StandardOutput.ReadToEndAsync();
        await PostgresTool.FinishAsync(dump, errors, default);
        return text;
    }
}
