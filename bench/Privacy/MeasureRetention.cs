using System.Diagnostics;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.Retention;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Bench.Privacy;

/// <summary>
/// Expires many calls while somebody browses the others, in an empty database of its own:
/// <c>dotnet run -c Release --project bench -- retention 200000</c> with EARSHOT_DATABASE.
/// </summary>
internal static class MeasureRetention
{
    private const int Fresh = 20_000;
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    public static async Task<int> RunAsync(int old)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).AddPrivacyData().AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable))
            .AddCalls(settings).AddCallBrowsing().BuildServiceProvider();
        await services.GetRequiredService<Migrator>().RunAsync(default);
        if (!await IsSeededAsync(settings))
        {
            await SeedAsync(settings, old);
        }

        await BrowseAsync(services, "alone", Task.Delay(TimeSpan.FromSeconds(5)));

        var started = Stopwatch.GetTimestamp();
        var erasing = Task.Run(() => EraseAsync(services));
        await BrowseAsync(services, "while rows expire", erasing);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"expired {await erasing} rows in {seconds:0.0} s: {await erasing / seconds:0} rows/s"));
        return 0;
    }

    private static async Task<long> EraseAsync(IServiceProvider services)
    {
        await using var scope = Scope(services);
        return await scope.ServiceProvider.GetRequiredService<EraseOverdue>().RunAsync(default);
    }

    private static async Task BrowseAsync(IServiceProvider services, string name, Task until)
    {
        var times = new List<double>();
        while (!until.IsCompleted)
        {
            await using var scope = Scope(services);
            var started = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<BrowseCalls>().RunAsync(new CallFilter(), CallScope.All, null, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(20);
        }

        Console.WriteLine(FormattableString.Invariant($"list of calls, {name}: {times.Count} times, p50 {Of(times, 0.5):0.0} ms, p95 {Of(times, 0.95):0.0} ms, max {times.Max():0.0} ms"));
    }

    private static AsyncServiceScope Scope(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Organization);
        return scope;
    }

    private static async Task<bool> IsSeededAsync(PlatformSettings settings)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await using var exists = owner.CreateCommand("select exists (select from calls.calls)");
        return await exists.ExecuteScalarAsync() is true;
    }

    private static async Task SeedAsync(PlatformSettings settings, int old)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await ExecuteAsync(owner, $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Bench', 'ru', 'UTC', now())");
        await ExecuteAsync(owner, FormattableString.Invariant($"""
            create temporary table made as select gen_random_uuid() as id, n, case when n > {old} then now() - n * interval '1 second' else now() - interval '400 days' - n * interval '10 seconds' end as at
              from generate_series(1, {old + Fresh}) n;
            insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, priority, score, customer_phone_index, topics)
              select '{Organization}', id, 'api', 'inbound', at, 'consent', 'done', at, at, 0, n % 100, sha256(n::text::bytea), array['Billing'] from made;
            insert into calls.transcripts (organization_id, call_id, masked, raw, created_at) select '{Organization}', id, null, decode(repeat('ab', 300), 'hex'), at from made;
            insert into calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) select '{Organization}', id, id, jsonb_build_object('score', n % 100, 'text', repeat('x', 200)), '1', '1', true, at from made;
            insert into calls.search (organization_id, call_id, started_at, words) select '{Organization}', id, at, to_tsvector('russian', 'разговор о счёте и тарифе номер ' || n % 1000) from made;
            """));
        await ExecuteAsync(owner, "vacuum analyze calls.calls, calls.transcripts, calls.analyses, calls.search");
        Console.WriteLine(FormattableString.Invariant($"{old} old calls, {Fresh} fresh ones"));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }

    private static double Of(List<double> times, double share) => times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * share) - 1));
}
