using Earshot.Analysis;
using Earshot.Integration.Accounts;
using Earshot.Integration.Harness;
using Earshot.Platform.Calls.Browse;
using Earshot.Platform.Calls.OwnTopics;
using Earshot.Platform.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>Topics of an organization: for its new calls, for earlier ones when asked, and nobody else's.</summary>
public sealed class OwnTopicsTests(RunningProduct shared) : IClassFixture<RunningProduct>
{
    private const string Said = "My scooter was stolen yesterday and the lock is broken.";

    private static readonly TopicDefinition Scooters = new("Scooters", "A scooter was stolen, its lock is broken.");

    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task New_calls_are_given_own_topics_and_those_of_others_are_not()
    {
        var stranger = Guid.CreateVersion7();
        Assert.True((await KeepAsync(keep => keep.AddAsync(Scooters, default))).IsOk);

        var (mine, theirs) = (await CallAsync(organization), await CallAsync(stranger));

        Assert.Equal("Scooters", await TopicAsync(mine));
        Assert.NotEqual("Scooters", await TopicAsync(theirs));
    }

    [Fact]
    public async Task Topics_of_earlier_calls_are_found_again_and_the_rest_of_their_analysis_stays()
    {
        var call = await CallAsync(organization);
        var before = await AnalysisAsync(call);
        await KeepAsync(keep => keep.AddAsync(Scooters, default));

        await AgainAsync(DateTimeOffset.UnixEpoch);

        var after = await AnalysisAsync(call);
        Assert.Equal("Scooters", await TopicAsync(call));
        Assert.Equal("Scooters", after.Topics[0].Name);
        Assert.NotEmpty(after.Topics[0].Quotes);
        Assert.Equal(AnalysisFormat.Write(before with { Topics = [] }), AnalysisFormat.Write(after with { Topics = [] }));
    }

    [Fact]
    public async Task A_topic_is_changed_by_one_person_at_a_time_and_keeps_its_name_to_itself()
    {
        var id = (await KeepAsync(keep => keep.AddAsync(Scooters, default))).Value;
        await KeepAsync(keep => keep.AddAsync(Scooters with { Name = "Locks" }, default));
        var seen = (await ListAsync()).Single(line => line.Id == id).ChangedAt;

        Assert.Equal("topic_exists", (await KeepAsync(keep => keep.ChangeAsync(id, Scooters with { Name = "locks" }, seen, default))).Failure?.Code);
        Assert.True((await KeepAsync(keep => keep.ChangeAsync(id, Scooters with { Name = "Thefts" }, seen, default))).IsOk);
        Assert.Equal("topic_changed", (await KeepAsync(keep => keep.ChangeAsync(id, Scooters, seen, default))).Failure?.Code);
        Assert.True((await KeepAsync(keep => keep.RemoveAsync(id, default))).IsOk);
        Assert.Equal(["Locks"], (await ListAsync()).Select(line => line.Topic.Name));
    }

    [Fact]
    public async Task One_click_makes_a_topic_of_the_organization_and_a_second_one_is_told_apart()
    {
        await using var product = await TestProduct.StartAsync();
        using var owner = await People.OwnerAsync(product);
        (string, string)[] fields = [("name", "Scooters"), ("description", "scooter, stolen, lock")];

        Assert.Equal("/topics?saved=true", await owner.SubmitAsync("/topics/new", "/topics/own", fields));
        Assert.Equal("/topics?trouble=topic_exists", await owner.SubmitAsync("/topics/new", "/topics/own", fields));
        using var page = await owner.GetAsync("/topics");
        Assert.Contains("scooter, stolen, lock", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Guid> CallAsync(Guid of)
    {
        var id = await shared.Database.ReceiveAsync(of, Invented.Call(Said));
        await shared.Database.WaitAsync(of, id);
        return id;
    }

    private Task<string?> TopicAsync(Guid call) => shared.Database.AskAsync<string>($"select coalesce(topics[1], '') from calls.calls where id = '{call}'");

    private async Task<CallAnalysis> AnalysisAsync(Guid call) =>
        AnalysisFormat.Read(await shared.Database.AskAsync<string>($"select result::text from calls.analyses where call_id = '{call}' and is_current") ?? string.Empty) ?? throw new InvalidOperationException();

    private async Task<Result<Guid>> KeepAsync(Func<KeepTopics, Task<Result<Guid>>> work)
    {
        await using var scope = shared.Database.Of(organization);
        return await work(scope.ServiceProvider.GetRequiredService<KeepTopics>());
    }

    private async Task<IReadOnlyList<OwnTopicLine>> ListAsync()
    {
        await using var scope = shared.Database.Of(organization);
        return await scope.ServiceProvider.GetRequiredService<KeepTopics>().ListAsync(default);
    }

    private async Task AgainAsync(DateTimeOffset from)
    {
        await using (var scope = shared.Database.Of(organization))
        {
            Assert.True((await scope.ServiceProvider.GetRequiredService<AskTopicsAgain>().RunAsync(from, default)).IsOk);
        }

        await Eventually.HoldsAsync(
            async () => await shared.Database.AskAsync<long>($"select count(*) from calls.topic_runs where organization_id = '{organization}' and finished_at is not null and done = 1 and total = 1") == 1, "the topics are found");
    }
}
