using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Earshot.Platform;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Earshot.Platform.Privacy;
using Earshot.Platform.Scoring;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Rescoring;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Bench.Calls;

/// <summary>
/// Scores all stored calls again with a scorecard of twenty criteria, through the database and with its own job, twice, so that the second run
/// is compared with the first; then times dashboards. Fill the database first: <c>earshot seed --calls 1000000</c>.
/// </summary>
internal static class MeasureScoring
{
    private const int Rounds = 30;
    private static readonly int[] Periods = [7, 30, 90, 365];

    public static async Task<int> RunAsync()
    {
        var settings = await PlatformSettings.ReadAsync(Environment.GetEnvironmentVariable, default);
        await using var services = new ServiceCollection().AddLogging().AddKernel(settings).AddPrivacyData().AddAccounts(AccountOptions.Read(Environment.GetEnvironmentVariable))
            .AddCalls(settings).AddScoring().BuildServiceProvider();
        await using var door = services.CreateAsyncScope();
        var organization = (await door.ServiceProvider.GetRequiredService<OrganizationDirectory>().ListAsync(default))[0].Id;
        var card = await PublishAsync(services, organization, null, 80);
        card = await PublishAsync(services, organization, card, 85);
        var version = await InScopeAsync(services, organization, async scope => (await scope.GetRequiredService<ReadScorecards>().ReadAsync(card, default)).Value.Published?.No);
        foreach (var days in Periods)
        {
            await TimeAsync(services, organization, days, version);
        }

        return 0;
    }

    private static async Task<Guid> PublishAsync(ServiceProvider services, Guid organization, Guid? known, int passFrom)
    {
        var definition = Twenty(passFrom);
        var (card, run) = await InScopeAsync(services, organization, async scope =>
        {
            var save = scope.GetRequiredService<SaveScorecard>();
            var id = known ?? (await save.CreateAsync(definition, null, default)).Value;
            if (known is { } existing)
            {
                _ = (await save.EditAsync(existing, definition, default)).Value;
            }

            return (id, (await scope.GetRequiredService<PublishScorecard>().RunAsync(id, default)).Value);
        });
        await RescoreAsync(services, organization, run);
        return card;
    }

    private static Task<bool> RescoreAsync(ServiceProvider services, Guid organization, Guid run) => InScopeAsync(services, organization, async scope =>
    {
        var db = scope.GetRequiredService<PlatformDb>();
        await db.Database.OpenConnectionAsync();
        var job = await db.Set<Job>().SingleAsync(row => row.Subject == run);
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await scope.GetRequiredService<RescoreCalls>().RunAsync(job, default);
        db.Remove(job);
        await db.SaveChangesAsync();
        var line = await db.Set<RescoringRun>().SingleAsync(row => row.Id == run);
        Console.WriteLine(FormattableString.Invariant(
            $"re-scoring of {line.Total:N0} calls: {clock.Elapsed.TotalSeconds:0.0} s by the clock, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s of processor time without the database; better {line.Better}, worse {line.Worse}, same {line.Same}"));
        return true;
    });

    private static async Task TimeAsync(ServiceProvider services, Guid organization, int days, int? version)
    {
        var times = new List<double>(Rounds);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        for (var round = 0; round < Rounds; round++)
        {
            await InScopeAsync(services, organization, async scope =>
            {
                var started = Stopwatch.GetTimestamp();
                var data = await scope.GetRequiredService<ReadDashboard>().RunAsync(new DashboardQuery(today.AddDays(1 - days), today, CallScope.All, null, null, version), default);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                return data.Now.Calls;
            });
        }

        var sorted = times.Order().ToArray();
        Console.WriteLine(FormattableString.Invariant($"dashboard over {days,3} days: p50 {sorted[Rounds / 2]:0.0} ms, p95 {sorted[(int)(Rounds * 0.95)]:0.0} ms, max {sorted[^1]:0.0} ms"));
    }

    private static async Task<T> InScopeAsync<T>(ServiceProvider services, Guid organization, Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(organization);
        return await run(scope.ServiceProvider);
    }

    // Twenty criteria in both languages: sixteen phrase rules, a step, a flag, a measure, and one that does not always apply.
    private static string Twenty(int passFrom)
    {
        string[] rules =
        [
            """agent: ("добрый день" | "good morning" | ~здравствуйте | "thank you for calling") within first 20s""", """agent: ("меня зовут" | "my name is" | "speaking")""",
            """any: ("разговор записывается" | "is recorded")""", """agent: (~понимаю | "i understand")""", """agent: (~помочь | ~help)""", """agent: ~извините or agent: ~sorry""",
            """agent: ("остались ещё вопросы" | "anything else")""", """customer: (~спасибо | "thank you")""", """not agent: "не могу" """, "not customer: ~жалоба",
            """agent: ("подведу итог" | "let me sum up")""", """count(agent: "пожалуйста") >= 1 or agent: "please" """, """agent: ~проверить near/6 ~заказ or agent: "let me check" """,
            """agent: ("хорошего вечера" | "хорошего дня" | "have a great day" | "goodbye") within last 3 turns""", """not agent: ("только сегодня" | "valid only today")""",
            """agent: ~деньги then agent: ~возврат within 60s or agent: "refund" """,
        ];
        var criteria = new JsonArray([.. rules.Select((rule, i) => (JsonNode)new JsonObject { ["id"] = "r" + i.ToString(CultureInfo.InvariantCulture), ["title"] = rule.Trim(), ["weight"] = 1 + (i % 4), ["rule"] = rule.Trim() })]);
        criteria.Add((JsonNode)new JsonObject { ["id"] = "g", ["title"] = "Greeting", ["weight"] = 5, ["step"] = "greeting" });
        criteria.Add((JsonNode)new JsonObject { ["id"] = "f", ["title"] = "Polite", ["weight"] = 10, ["critical"] = true, ["flag"] = "rude_agent" });
        criteria.Add((JsonNode)new JsonObject { ["id"] = "m", ["title"] = "Lets speak", ["weight"] = 4, ["metric"] = "longest_monologue_seconds <= 60" });
        criteria.Add((JsonNode)new JsonObject { ["id"] = "e", ["title"] = "Empathy", ["weight"] = 4, ["rule"] = "agent: (~sorry | ~понимаю)", ["not_applicable_when"] = "not customer: (~проблема | ~problem)" });
        return new JsonObject { ["name"] = "Twenty", ["pass_from"] = passFrom, ["sections"] = new JsonArray(new JsonObject { ["title"] = "All", ["criteria"] = criteria }) }.ToJsonString();
    }
}
