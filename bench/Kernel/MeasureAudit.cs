using System.Diagnostics;
using System.Globalization;
using Earshot.Platform;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Audit;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Bench.Kernel;

/// <summary>
/// <c>bench audit [EVENTS] [WRITERS]</c>: events with address and device, written by people of several organizations at once while they are
/// chained: each in a transaction of its own, each in the transaction of a row that is added, and as events that come alone; then the chains are recomputed. Give an empty database of your own in EARSHOT_DATABASE.
/// </summary>
internal static class MeasureAudit
{
    private const int Organizations = 8;
    private const int WarmUp = 5000; // the compiler is done with what runs often

    private static readonly (string Way, Write Write)[] ways =
    [
        ("in a transaction of their own", InTransactionAsync),
        ("in the transaction of a row that is added", WithRowAsync),
        ("that come alone (each durable when its call returns)", AloneAsync),
    ];

    private delegate Task Write(IServiceProvider services, CancellationToken ct);

    public static async Task<int> RunAsync(int events, int writers)
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().RunAsync(default);
        var organizations = Enumerable.Range(0, Organizations).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var (_, write) in ways)
        {
            await WriteAsync(services, organizations, WarmUp, writers, write);
        }

        await ChainAllAsync(services);
        foreach (var (way, write) in ways)
        {
            await MeasureAsync(services, organizations, events, writers, way, write);
        }

        await VerifyAsync(services, organizations);
        return 0;
    }

    private static async Task MeasureAsync(ServiceProvider services, Guid[] organizations, int events, int writers, string way, Write write)
    {
        var time = Stopwatch.StartNew();
        using var done = new CancellationTokenSource();
        var chaining = ChainAsync(services, done.Token);
        await WriteAsync(services, organizations, events, writers, write);
        var written = time.Elapsed;
        await done.CancelAsync();
        await chaining;
        await ChainAllAsync(services);
        Say($"{events} events by {writers} writers, {way}: {events / written.TotalSeconds:f0} events/s; all chained {time.Elapsed.TotalSeconds - written.TotalSeconds:f1} s later");
    }

    private static Task WriteAsync(ServiceProvider services, Guid[] organizations, int events, int writers, Write write) =>
        Parallel.ForEachAsync(Enumerable.Range(0, events), new ParallelOptions { MaxDegreeOfParallelism = writers }, async (i, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organizations[i % organizations.Length]);
            scope.ServiceProvider.GetRequiredService<AuditActor>().Set(AuditActor.Person, organizations[0], "192.0.2.1", "Firefox, Linux");
            await write(scope.ServiceProvider, ct);
        });

    private static Task AloneAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<AuditLog>().WriteAsync("call.opened", "call", Guid.CreateVersion7(), "quality_control", null, ct);

    private static async Task InTransactionAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<AuditLog>().RecordAsync("call.opened", "call", Guid.CreateVersion7(), "quality_control", null, null, ct);
        await services.GetRequiredService<PlatformDb>().SaveChangesAsync(ct);
    }

    private static async Task WithRowAsync(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<JobQueue>().Enqueue(services.GetRequiredService<PlatformDb>(), "bench", Guid.CreateVersion7());
        await InTransactionAsync(services, ct);
    }

    private static async Task ChainAsync(ServiceProvider services, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await services.GetRequiredService<LinkAudit>().RunAsync(default) == 0)
            {
                await Task.Delay(200, CancellationToken.None);
            }
        }
    }

    private static async Task ChainAllAsync(ServiceProvider services)
    {
        while (await services.GetRequiredService<LinkAudit>().RunAsync(default) > 0)
        {
        }
    }

    private static async Task VerifyAsync(ServiceProvider services, Guid[] organizations)
    {
        var (time, events, broken) = (Stopwatch.StartNew(), 0L, 0);
        foreach (var organization in organizations)
        {
            var verdict = await services.GetRequiredService<VerifyAudit>().RunAsync(organization, default);
            (events, broken) = (events + verdict.Events, broken + (verdict.IsWhole ? 0 : 1));
        }

        Say($"{organizations.Length} chains verified, {broken} broken: {events} events at {events / time.Elapsed.TotalSeconds:f0} events/s");
    }

    private static void Say(FormattableString line)
    {
#pragma warning disable RS0030 // a benchmark speaks to the console
        Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
#pragma warning restore RS0030
    }
}
