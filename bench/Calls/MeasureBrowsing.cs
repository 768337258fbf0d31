using System.Diagnostics;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Kernel;
using Earshot.Platform.Privacy;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Bench.Calls;

/// <summary>
/// Times the list and the search of calls on a seeded database, as the application role and through the same slice as the page.
/// Fill it first: <c>earshot seed --calls 1000000</c>; then <c>dotnet run -c Release --project bench -- browse</c> with the same EARSHOT_DATABASE.
/// </summary>
internal static class MeasureBrowsing
{
    private const int Rounds = 30;

    private static readonly (string Name, CallFilter Filter, bool Deep)[] Questions =
    [
        ("list: newest", new(), false),
        ("list: deep page", new(), true),
        ("list: one topic", new() { Topic = "Billing" }, false),
        ("list: one flag", new() { Flag = "churn_risk" }, false),
        ("list: score 20 to 40, negative", new() { ScoreFrom = 20, ScoreTo = 40, Sentiment = -1 }, false),
        ("list: score below 3, positive, outbound", new() { ScoreTo = 3, Sentiment = 1, Direction = "outbound" }, false),
        ("list: stopped", new() { State = "stopped" }, false),
        ("list: unfinished (none)", new() { State = "masking" }, false),
        ("search: in most calls", new() { Words = "recorded" }, false),
        ("search: two common words", new() { Words = "internet OR интернет спасибо" }, false),
        ("search: common words that never meet", new() { Words = "интернет кардиолог" }, false),
        ("search: phrase", new() { Words = "\"разговор записывается\"" }, false),
        ("search: in 1 of 100", new() { Words = "modelx3" }, false),
        ("search: in 1 of 1,000", new() { Words = "modelx400" }, false),
        ("search: in 1 of 8,000", new() { Words = "самовар" }, false),
        ("search: in none", new() { Words = "xylophone" }, false),
        ("search: common word, one topic", new() { Words = "спасибо", Topic = "Connection" }, false),
        ("search: common word, rare score", new() { Words = "спасибо", ScoreTo = 3 }, false),
        ("search: rare word, negative", new() { Words = "carburettor", Sentiment = -1 }, false),
    ];

    public static async Task<int> RunAsync()
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).AddPrivacyData().AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable))
            .AddCallBrowsing().BuildServiceProvider();
        await using var door = services.CreateAsyncScope();
        var organization = (await door.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(default))[0].Id;
        var all = new List<double>();
        Console.WriteLine(FormattableString.Invariant($"{"question",-44} {"found",5} {"p50 ms",8} {"p95 ms",8} {"max ms",8}"));
        foreach (var (name, filter, deep) in Questions)
        {
            var (times, found) = await TimeAsync(services, organization, filter, deep);
            all.AddRange(times);
            Console.WriteLine(FormattableString.Invariant($"{name,-44} {found,5} {Of(times, 0.5),8:0.0} {Of(times, 0.95),8:0.0} {times.Max(),8:0.0}"));
        }

        Console.WriteLine(FormattableString.Invariant($"{"all",-44} {"",5} {Of(all, 0.5),8:0.0} {Of(all, 0.95),8:0.0} {all.Max(),8:0.0}"));
        return 0;
    }

    private static async Task<(List<double> Times, int Found)> TimeAsync(IServiceProvider services, Guid organization, CallFilter filter, bool deep)
    {
        var times = new List<double>(Rounds);
        var found = 0;
        var cursor = deep ? new CallCursor(TimeProvider.System.GetUtcNow().AddDays(-500), Guid.Empty, Newer: false) : null;
        for (var round = 0; round < Rounds; round++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
            var started = Stopwatch.GetTimestamp();
            var page = await scope.ServiceProvider.GetRequiredService<BrowseCalls>().RunAsync(filter, CallScope.All, cursor, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            found = page.Lines.Count;
        }

        return (times, found);
    }

    private static double Of(List<double> times, double share) => times.Order().ElementAt((int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * share) - 1));
}
