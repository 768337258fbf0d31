using System.Globalization;
using Earshot.Platform.Accounts;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Platform.Calls.Demo;

/// <summary>
/// Fills an organization that has no calls yet with a few dozen synthetic ones, in Russian and English, spread over the last four weeks.
/// They go the way of all calls: masked, analysed, scored.
/// </summary>
public sealed class LoadDemo(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string Source = "demo";

    private static readonly string[] RussianAgents = ["Марина Соколова", "Игорь Власов", "Анна Лебедева", "Олег Назаров"];
    private static readonly string[] EnglishAgents = ["Priya Nair", "Tom Hale", "Grace Okafor", "Sam Rivera"];

    /// <returns>How many calls were added: none when there were calls before.</returns>
    public async Task<int> RunAsync(Guid organization, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<TenantContext>().Set(organization);
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Set<Call>().AnyAsync(ct))
        {
            return 0;
        }

        var calls = Calls().ToList();
        var agents = services.GetRequiredService<AgentDirectory>();
        var receive = services.GetRequiredService<ReceiveCall>();
        for (var i = 0; i < calls.Count; i++)
        {
            var agent = await agents.FindOrCreateAsync(new AgentMention(Name: calls[i].Agent), ct);
            await receive.WithTranscriptAsync(Describe(calls[i], i, calls.Count, agent), calls[i].Conversation, Source, ct);
        }

        await db.SaveChangesAsync(ct);
        return calls.Count;
    }

    private NewCall Describe(DemoCall call, int index, int count, AgentReference? agent) => new()
    {
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"demo-{index:000}"),
        Source = Source,
        Direction = call.Outbound ? CallDirection.Outbound : CallDirection.Inbound,
        StartedAt = Moment(index, count),
        Duration = call.Conversation.Turns[^1].End,
        Language = call.Language,
        AgentId = agent?.Id,
        DepartmentId = agent?.DepartmentId,
        RecordingGround = "consent",
        Priority = JobPriority.New,
    };

    // The first calls of the list are the newest; office hours.
    private DateTimeOffset Moment(int index, int count)
    {
        var day = clock.GetUtcNow().Date.AddDays(-1 - (index * 27 / Math.Max(1, count)));
        return new DateTimeOffset(day, TimeSpan.Zero).AddMinutes(540 + (index * 97 % 480));
    }

    private static IEnumerable<DemoCall> Calls()
    {
        var turn = 0;
        return ReadCalls.Read(Lines("showcase.calls"), head => (head[0], head[1], head[2] == "out"))
            .Concat(ReadCalls.Read(Lines("ru.calls"), _ => ("ru", RussianAgents[turn++ % RussianAgents.Length], turn % 5 == 0)))
            .Concat(ReadCalls.Read(Lines("en.calls"), _ => ("en", EnglishAgents[turn++ % EnglishAgents.Length], turn % 5 == 0)));
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(LoadDemo).Assembly.GetManifestResourceStream($"Demo.{name}") ?? throw new InvalidOperationException($"{name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
