using System.Diagnostics;
using Earshot.Masking;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Pipeline;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Encryption;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Earshot.Platform.Privacy.PersonalData;
using Earshot.Platform.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Earshot.Bench.Privacy;

/// <summary>
/// Looks for one person among many calls, each with a name and a text that are really sealed, in an empty database of its own:
/// <c>dotnet run -c Release --project bench -- person 1000000</c> with EARSHOT_DATABASE.
/// </summary>
internal static class MeasurePersonSearch
{
    private const int Every = 100_000; // calls of the one who is looked for
    private static readonly Guid Organization = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    public static async Task<int> RunAsync(int calls)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).AddPrivacyData().AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable))
            .AddCalls(settings).AddScoring().BuildServiceProvider();
        await services.GetRequiredService<Migrator>().RunAsync(default);
        await SeedAsync(settings, services, calls);
        await ByPhoneAsync(services);
        await InTextsAsync(services);
        return 0;
    }

    private static async Task ByPhoneAsync(IServiceProvider services)
    {
        var times = new List<double>();
        var records = 0;
        for (var round = 0; round < 100; round++)
        {
            await using var scope = Scope(services);
            var started = Stopwatch.GetTimestamp();
            records = (await scope.ServiceProvider.GetRequiredService<FindPerson>().RunAsync(PersonKeys.From("+7 900 000 00 00", null, null, null, false)!, null, default)).Count;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Console.WriteLine(FormattableString.Invariant($"a person by phone, 100 times: p50 {Of(times, 0.5):0.0} ms, p95 {Of(times, 0.95):0.0} ms, max {times.Max():0.0} ms, {records} records"));
    }

    private static async Task InTextsAsync(IServiceProvider services)
    {
        for (var round = 0; round < 3; round++)
        {
            await using var scope = Scope(services);
            var started = Stopwatch.GetTimestamp();
            var records = (await scope.ServiceProvider.GetRequiredService<FindPerson>().RunAsync(PersonKeys.From("+7 900 000 00 00", null, null, "Вера Соколова", true)!, null, default)).Count;
            Console.WriteLine(FormattableString.Invariant($"the same inside every sealed name and text: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {records} records"));
        }
    }

    private static AsyncServiceScope Scope(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(Organization);
        return scope;
    }

    private static async Task SeedAsync(PlatformSettings settings, IServiceProvider services, int calls)
    {
        await using var owner = NpgsqlDataSource.Create(settings.Database);
        await ExecuteAsync(owner, $"insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{Organization}', 'Bench', 'ru', 'UTC', now())");
        var cipher = services.GetRequiredService<TenantCipher>();
        var wanted = await cipher.BlindIndexAsync(Organization, ReceiveCall.PhonePurpose, "79000000000", default);
        var began = Stopwatch.GetTimestamp();
        await using (var connection = await owner.OpenConnectionAsync())
        {
            await ExecuteAsync(connection, "create temporary table made (id uuid, n int, name bytea, phone bytea, raw bytea)");
            await using var copy = await connection.BeginBinaryImportAsync("copy made (id, n, name, phone, raw) from stdin (format binary)");
            for (var n = 0; n < calls; n++)
            {
                var id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(55).AddMinutes(n / 4));
                await copy.StartRowAsync();
                await copy.WriteAsync(id);
                await copy.WriteAsync(n);
                await copy.WriteAsync(await cipher.SealAsync(Organization, ReceiveCall.NamePurpose, id, FormattableString.Invariant($"Клиент Примеров {n % 977}"), default));
                await copy.WriteAsync(n % Every == 7 ? wanted : System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(n)));
                await copy.WriteAsync(await cipher.SealAsync(Organization, StoredTranscript.RawPurpose, id, RawTranscript.Write(Text(n)), default));
            }

            await copy.CompleteAsync();
            await copy.DisposeAsync();
            await ExecuteAsync(connection, $"""
                insert into calls.calls (organization_id, id, source, direction, started_at, recording_ground, state, received_at, updated_at, priority, customer_name, customer_phone_index)
                  select '{Organization}', id, 'api', 'inbound', now(), 'consent', 'done', now(), now(), 0, name, phone from made;
                insert into calls.transcripts (organization_id, call_id, raw, created_at) select '{Organization}', id, raw, now() from made
                """);
        }

        await ExecuteAsync(owner, "vacuum analyze calls.calls, calls.transcripts");
        Console.WriteLine(FormattableString.Invariant($"{calls} calls, each with a sealed name and a sealed text of {RawTranscript.Write(Text(1)).Length} bytes; seeded in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
    }

    private static Conversation Text(int n) => new("ru",
    [
        new Turn("agent", "Здравствуйте, компания Пример, меня зовут Ольга, чем могу помочь?", TimeSpan.Zero, TimeSpan.FromSeconds(4)),
        new Turn("customer", FormattableString.Invariant($"Добрый день, у меня вопрос по счёту номер {n}: списали дважды, а услуга одна."), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(9)),
        new Turn("agent", "Сейчас посмотрю. Назовите, пожалуйста, дату списания и сумму, которую вы видите.", TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(14)),
        new Turn("customer", n % Every == 9 ? "Это было позавчера, я говорила с Верой Соколовой, она обещала вернуть." : "Это было позавчера, триста двадцать рублей, и ещё раз столько же вчера вечером.", TimeSpan.FromSeconds(14), TimeSpan.FromSeconds(20)),
        new Turn("agent", "Вижу второе списание, оно ошибочное. Я оформлю возврат, деньги придут в течение трёх дней.", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(27)),
        new Turn("customer", "Хорошо, спасибо. А можно сделать так, чтобы больше такого не было?", TimeSpan.FromSeconds(27), TimeSpan.FromSeconds(31)),
        new Turn("agent", "Да, я отключу повторное списание. Что-нибудь ещё могу для вас сделать?", TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(36)),
        new Turn("customer", "Нет, это всё. До свидания.", TimeSpan.FromSeconds(36), TimeSpan.FromSeconds(38)),
    ]);

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string sql)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 1800 };
        await command.ExecuteNonQueryAsync();
    }

    private static double Of(List<double> times, double share) => times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * share) - 1));
}
