using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime;
using System.Security.Claims;
using Earshot.Bench.Masking;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Accounts.Agreements;
using Earshot.Platform.Accounts.ApiKeys;
using Earshot.Platform.Accounts.Organizations;
using Earshot.Platform.Accounts.People;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Bench.Pipeline;

/// <summary>
/// <c>bench pipeline [CALLS] [WORDS]</c>: ready transcripts through the API until the last is searchable. Server, workers and client share
/// this process; PostgreSQL is another. Give an empty database of your own in EARSHOT_DATABASE and a fresh folder in EARSHOT_DATA.
/// </summary>
internal static class MeasurePipeline
{
    private const int Senders = 8;
    private const int WarmUp = 2000; // until the compiler has little left to do

    public static async Task<int> RunAsync(int calls, int words)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var app = WebServer.Build(settings, "http://127.0.0.1:0");
        await app.Services.GetRequiredService<Migrator>().RunAsync(default);
        await app.StartAsync();
        var key = await KeyAsync(app.Services);
        await Task.Delay(TimeSpan.FromSeconds(10));
        Say($"idle: {Environment.WorkingSet / 1048576} MB resident");
        await SendAsync(app, key, WarmUp, words);
        await DoneAsync(settings, WarmUp);
        await MeasureAsync(app, settings, key, calls, words);
        await app.StopAsync();
        return 0;
    }

    private static async Task MeasureAsync(WebApplication app, PlatformSettings settings, string key, int calls, int words)
    {
        using var self = Process.GetCurrentProcess();
        var cpu = self.TotalProcessorTime;
        var (bytes, pause, compiling) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration(), JitInfo.GetCompiledMethodCount());
        var database = await PostgresTime.ReadAsync(settings.Database);
        var time = Stopwatch.StartNew();
        await SendAsync(app, key, calls, words);
        var accepted = time.Elapsed;
        await DoneAsync(settings, WarmUp + calls);
        var done = time.Elapsed;
        self.Refresh();
        var inDatabase = await PostgresTime.ReadAsync(settings.Database) - database;
        var used = self.TotalProcessorTime - cpu;
        Say($"{calls} calls of {words} words, {Environment.ProcessorCount} cores: accepted in {accepted.TotalSeconds:f1} s, all searchable after {done.TotalSeconds:f1} s");
        Say($"{calls / done.TotalSeconds:f0} calls/s from first byte to searchable; {used.TotalMilliseconds / calls:f1} ms CPU a call in this process (server and sender), {inDatabase?.TotalMilliseconds / calls:f1} ms in PostgreSQL");
        Say($"{(GC.GetTotalAllocatedBytes() - bytes) / calls / 1024} KiB allocated a call, {(GC.GetTotalPauseDuration() - pause).TotalMilliseconds / calls:f2} ms paused, {(double)(JitInfo.GetCompiledMethodCount() - compiling) / calls:f1} methods compiled");
        Say($"after the run: {Environment.WorkingSet / 1048576} MB resident");
    }

    private static async Task SendAsync(WebApplication app, string key, int calls, int words)
    {
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? throw new InvalidOperationException("No address."));
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = Senders });
        object[] bodies = [Body("ru", words), Body("en", words)];
        await Parallel.ForEachAsync(Enumerable.Range(0, calls), new ParallelOptions { MaxDegreeOfParallelism = Senders }, async (i, ct) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/api/v1/calls")) { Content = JsonContent.Create(bodies[i % 2]) };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
            using var answer = await client.SendAsync(request, ct);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
            }
        });
    }

    internal static object Body(string language, int words) => new
    {
        recording_ground = "consent",
        direction = "inbound",
        language,
        turns = SampleCalls.Call(language, words).Turns.Select(turn => new { speaker = turn.Speaker, text = turn.Text }).ToArray(),
    };

    private static async Task DoneAsync(PlatformSettings settings, long wanted)
    {
        await using var connection = new NpgsqlConnection(settings.Database);
        await connection.OpenAsync();
        while (true)
        {
            await using var count = new NpgsqlCommand("select count(*) from calls.calls c join calls.search s on s.organization_id = c.organization_id and s.call_id = c.id where c.state = 'done'", connection);
            if (await count.ExecuteScalarAsync() is long done && done >= wanted)
            {
                return;
            }

            await Task.Delay(100);
        }
    }

    internal static async Task<string> KeyAsync(IServiceProvider services)
    {
        await using var door = services.CreateAsyncScope();
        var register = ActivatorUtilities.CreateInstance<RegisterOrganization>(door.ServiceProvider, new AccountOptions { OpenRegistration = true });
        var person = new NewPerson("Vera Example", "owner@bench.example", null, "seven green lanterns", "en", "Europe/Moscow", Accepts: true);
        var registered = await register.RunAsync(new RegisterOrganizationRequest("Bench", "ru", person), default);
        if (!registered.IsOk)
        {
            throw new InvalidOperationException(registered.Failure?.Code);
        }

        var (organization, user) = await FindAsync(services.GetRequiredService<PlatformSettings>());
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        scope.ServiceProvider.GetRequiredService<Actor>().Set(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(AccountClaims.Organization, $"{organization}"), new Claim(AccountClaims.User, $"{user}")], "bench")), null, "bench");
        await scope.ServiceProvider.GetRequiredService<AcceptDataProcessing>().RunAsync(new AcceptDataProcessingRequest(Agreement.DataProcessing.Version), default);
        var key = await scope.ServiceProvider.GetRequiredService<CreateApiKey>().RunAsync(new CreateApiKeyRequest("bench", [Scopes.All.First(name => name == "calls:write")]), default);
        return key.Value.Key;
    }

    private static async Task<(Guid Organization, Guid User)> FindAsync(PlatformSettings settings)
    {
        await using var connection = new NpgsqlConnection(settings.Database);
        await connection.OpenAsync();
        await using var find = new NpgsqlCommand("select organization_id, id from accounts.users", connection);
        await using var reader = await find.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetGuid(0), reader.GetGuid(1));
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
