using Earshot.Analysis.Scorecards;
using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring;
using Earshot.Platform.Calls;
using Earshot.Platform.Calls.Delete;
using Earshot.Platform.Kernel.Database;
using Earshot.Platform.Kernel.Jobs;
using Earshot.Platform.Scoring.Dashboards;
using Earshot.Platform.Scoring.Reviews;
using Earshot.Platform.Scoring.Scorecards;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Scoring;

/// <summary>The life of a scorecard on real calls and a real database.</summary>
public sealed class ScoreHistoryTests
{
    // People say of "b" the opposite of what the machine says, and the same of "a".
    private const string TwoCriteria =
        """
        {"name":"Two","pass_from":50,"sections":[{"title":"All","criteria":[
          {"id":"a","title":"Refund","weight":1,"rule":"customer: \"refund\""},
          {"id":"b","title":"Refund again","weight":1,"rule":"customer: \"refund\""}]}]}
        """;

    private const string AlwaysMet = """{"name":"Short","pass_from":50,"sections":[{"title":"All","criteria":[{"id":"a","title":"Speaks","weight":1,"metric":"words >= 1"}]}]}""";
    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task A_published_scorecard_scores_history_and_an_edit_keeps_both_results()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await product.WaitAsync(organization, await product.ReceiveAsync(organization, Invented.Call("The refund never came.")));
        await product.UntilAsync("select count(*) from scoring.calls", 1);

        var card = await PublishAsync(product, null, ScorecardPacks.Text("support.en"));
        await product.UntilAsync("select count(*) from scoring.runs where state = 'done' and total = 1 and done = 1", 1);
        await PublishAsync(product, card, ScorecardPacks.Text("sales.en"));

        await product.UntilAsync("select count(*) from scoring.runs where state = 'done' and better + worse + same = 1", 1);
        Assert.Equal(2L, await product.AskAsync<long>("select count(*) from scoring.scores"));
        Assert.Equal("retired published", await product.AskAsync<string>("select string_agg(state, ' ' order by version) from scoring.versions"));
    }

    [Fact]
    public async Task Lists_show_the_score_of_the_published_scorecard_for_old_calls_and_for_new_ones()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await product.WaitAsync(organization, await product.ReceiveAsync(organization, Invented.Call("The refund never came.")));
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.calls where score = 100"));

        await PublishAsync(product, null, AlwaysMet);
        await product.UntilAsync("select count(*) from calls.calls where score = 100", 1);
        await product.ReceiveAsync(organization, Invented.Call("Where is my parcel?"));

        await product.UntilAsync("select count(*) from calls.calls where score = 100", 2);
    }

    [Fact]
    public async Task A_criterion_on_which_people_and_the_machine_disagree_waits_for_a_person()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await using (var scope = product.Of(organization))
        {
            var changed = await scope.ServiceProvider.GetRequiredService<ChangeAnalysisSettings>().RunAsync(new ChangeAnalysisRequest(false, false, 0, LeastAgreement: 0.6f), default);
            Assert.True(changed.IsOk);
        }

        await PublishAsync(product, null, TwoCriteria);
        for (var i = 0; i < FindUnsureCriteria.LeastCalls; i++)
        {
            var id = await product.ReceiveAsync(organization, Invented.Call(i % 2 == 0 ? "The refund never came." : "Where is my parcel?"));
            await product.UntilAsync($"select count(*) from scoring.scores where call_id = '{id}'", 1);
            await product.AskAsync<long>(
                $"""
                with made as (insert into scoring.reviews (organization_id, id, version_no, call_id, reviewer_id, answers, failed, reason, is_override, created_at)
                  values ('{organization}', gen_random_uuid(), 1, '{id}', gen_random_uuid(), '{(i % 2 == 0 ? "yn" : "ny")}', false, 'heard', false, now()) returning 1)
                select count(*) from made
                """);
        }

        await using (var scope = product.Of(organization))
        {
            scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(scope.ServiceProvider.GetRequiredService<PlatformDb>(), FindUnsureCriteria.Kind, Guid.NewGuid());
            await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        }

        await product.UntilAsync("select count(*) from scoring.unsure_criteria where criterion = 'b' and agreement < 0.6", 1);
        await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await product.UntilAsync("select count(*) from scoring.scores where answers = 'yo'", 1);
    }

    // The call began on 20 November at nine in the morning, UTC.
    [Fact]
    public async Task Days_are_those_of_the_organization_and_are_cut_anew_when_its_zone_changes()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await product.AskAsync<long>(
            $"""
            with made as (insert into accounts.organizations (organization_id, name, region, time_zone, created_at) values ('{organization}', 'Surf', 'ru', 'Pacific/Honolulu', now()) returning 1)
            select count(*) from made
            """);
        await PublishAsync(product, null, AlwaysMet);
        await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await product.UntilAsync("select count(*) from scoring.scores", 1);

        await product.Get<SumDays>().RunAsync(default);
        await product.UntilAsync("select (select count(*) from scoring.call_days where day = '2026-11-19') + (select count(*) from scoring.score_days where day = '2026-11-19')", 2);
        await product.AskAsync<long>("with moved as (update accounts.organizations set time_zone = 'Asia/Tokyo' returning 1) select count(*) from moved");
        await product.Get<SumDays>().RunAsync(default);

        await product.UntilAsync("select (select count(*) from scoring.call_days where day = '2026-11-20') + (select count(*) from scoring.score_days where day = '2026-11-20')", 2);
        Assert.Equal(0L, await product.AskAsync<long>("select (select count(*) from scoring.call_days where day = '2026-11-19') + (select count(*) from scoring.score_days where day = '2026-11-19')"));
    }

    [Fact]
    public async Task What_was_made_of_a_call_goes_with_it()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await PublishAsync(product, null, ScorecardPacks.Text("support.en"));
        var id = await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await product.WaitAsync(organization, id);
        await product.UntilAsync("select count(*) from scoring.scores", 1);

        await using (var scope = product.Of(organization))
        {
            Assert.True((await scope.ServiceProvider.GetRequiredService<DeleteCall>().RunAsync(id, default)).IsOk);
        }

        Assert.Equal(0L, await product.AskAsync<long>("select (select count(*) from scoring.calls) + (select count(*) from scoring.scores)"));
    }

    [Fact]
    public async Task A_scorecard_that_does_not_work_is_refused_with_its_place()
    {
        await using var product = await TestDatabase.CreateAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await using var scope = product.Of(organization);

        var made = await scope.ServiceProvider.GetRequiredService<SaveScorecard>().CreateAsync(
            """{"name":"x","sections":[{"title":"s","criteria":[{"id":"a","title":"a","rule":"agent: (\"hello\""}]}]}""", null, default);

        Assert.StartsWith("sections[0].criteria[0].rule: Character 8", made.Failure?.Message, StringComparison.Ordinal);
    }

    private async Task<Guid> PublishAsync(TestDatabase product, Guid? card, string definition)
    {
        await using var scope = product.Of(organization);
        var save = scope.ServiceProvider.GetRequiredService<SaveScorecard>();
        var id = card ?? (await save.CreateAsync(definition, null, default)).Value;
        if (card is not null)
        {
            Assert.True((await save.EditAsync(id, definition, default)).IsOk);
        }

        await using var other = product.Of(organization);
        Assert.True((await other.ServiceProvider.GetRequiredService<PublishScorecard>().RunAsync(id, default)).IsOk);
        return id;
    }
}
