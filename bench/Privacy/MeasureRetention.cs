using System.Diagnostics;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Privacy.Retention;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Bench.Privacy;

/// <summary>
/// Expires many calls while somebody browses the others, and looks for one person among them, in an empty database of its own:
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
        await SeedAsync(settings, services, old);
        await SearchAsync(services);
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

    private static async Task SearchAsync(IServiceProvider services)
    {
        var times = new List<double>();
        for (var round = 0; round < 30; round++)
        {
            await using var scope = Scope(services);
            var started = Stopwatch.GetTimestamp();
            var found = await scope.ServiceProvider.GetRequiredService<FindPerson>().RunAsync(PersonKeys.From("+7 900 000 00 00", null, null, null, false)!, null, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            _ = found;
        }

        Console.WriteLine(FormattableString.Invariant($"a person by phone: p50 {Of(times, 0.5):0.0} ms, p95 {Of(times, 0.95):0.0} ms"));
        await using var deep = Scope(services);
        var begun = Stopwatch.GetTimestamp();
        var inTexts = await deep.ServiceProvider.GetRequiredService<FindPerson>().RunAsync(PersonKeys.From(null, null, null, "Вера Соколова", true)!, null, default);
        Console.WriteLine(FormattableString.Invariant($"a person inside all sealed texts: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s, {inTexts.Count} records"));
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

    // Half a kilobyte of sealed text for each call, sealed for the call that it stands with.
    private static async Task SeedAsync(PlatformSettings settings, IServiceProvider services, int old)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await ExecuteAsync(owner, $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Bench', 'ru', 'UTC', now())");
        var index = await services.GetRequiredService<TenantCipher>().BlindIndexAsync(Organization, "calls.customer_phone", "79000000000", default);
        await ExecuteAsync(owner, FormattableString.Invariant($"""
            create temporary table made as select gen_random_uuid() as id, n, case when n > {old} then now() - n * interval '1 second' else now() - interval '400 days' - n * interval '10 seconds' end as at
              from generate_series(1, {old + Fresh}) n;
            insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, priority, score, customer_phone_index, topics)
              select '{Organization}', id, 'api', 'inbound', at, 'consent', 'done', at, at, 0, n % 100, case when n % 100000 = 7 then '\x{Convert.ToHexString(index)}'::bytea else sha256(n::text::bytea) end, array['Billing'] from made;
            insert into calls.transcripts (organization_id, call_id, masked, raw, created_at) select '{Organization}', id, null, decode(repeat('ab', 300), 'hex'), at from made;
            insert into calls.analyses (organization_id, call_id, id, result, analyst_version, masker_version, is_current, created_at) select '{Organization}', id, id, jsonb_build_object('score', n % 100, 'text', repeat('x', 200)), '1', '1', true, at from made;
            insert into calls.search (organization_id, call_id, started_at, words) select '{Organization}', id, at, to_tsvector('russian', 'разговор о счёте и тарифе номер ' || n % 1000) from made;
            """));
        await SealTextsAsync(owner, services);
        await ExecuteAsync(owner, "vacuum analyze calls.calls; ");
        Console.WriteLine(FormattableString.Invariant($"{old} old calls, {Fresh} fresh ones"));
    }

    // Sealing is what the product does, so a part of the calls gets real sealed texts.
    private static async Task SealTextsAsync(NpgsqlDataSource owner, IServiceProvider services)
    {
        var cipher = services.GetRequiredService<TenantCipher>();
        var ids = new List<Guid>();
        await using (var select = owner.CreateCommand("select call_id from calls.transcripts order by call_id limit 50000"))
        await using (var reader = await select.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                ids.Add(reader.GetGuid(0));
            }
        }

        var text = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { turns = Enumerable.Range(0, 12).Select(turn => new { speaker = "agent", text = "Здравствуйте, чем я могу вам помочь сегодня? Посмотрю ваш счёт и тариф." }) });
        foreach (var chunk in ids.Chunk(2000))
        {
            var texts = new byte[chunk.Length][];
            for (var i = 0; i < chunk.Length; i++)
            {
                texts[i] = await cipher.SealAsync(Organization, "calls.transcripts.raw", chunk[i], text, default);
            }

            await using var update = owner.CreateCommand("update calls.transcripts t set raw = made.raw from unnest(@ids, @texts) as made(id, raw) where t.organization_id = @organization and t.call_id = made.id");
            update.Parameters.AddWithValue("ids", chunk);
            update.Parameters.AddWithValue("texts", texts);
            update.Parameters.AddWithValue("organization", Organization);
            await update.ExecuteNonQueryAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        command.CommandTimeout = 1800;
        await command.ExecuteNonQueryAsync();
    }

    private static double Of(List<double> times, double share) => times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * share) - 1));
}
