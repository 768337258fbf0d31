using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Scoring;
using Earshot.Platform.Scoring.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Scoring;

/// <summary>The calls behind a mark of the heat map.</summary>
public sealed class FindFailingTests : IAsyncLifetime
{
    private static readonly Guid Anna = new("0198a000-0000-7000-8000-000000000001");
    private static readonly Guid Sales = new("0198a000-0000-7000-8000-000000000002");
    private static readonly FailingQuery Second = new(1, 1, new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 17), null, null);
    private readonly Guid organization = Guid.CreateVersion7();
    private TestDatabase product = null!; // made before each test

    public async Task InitializeAsync()
    {
        product = await TestDatabase.CreateAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());
        await AddAsync(51, "yn", "2026-11-16 12:00", $"'{Anna}'");
        await AddAsync(1, "yy", "2026-11-16 12:00", $"'{Anna}'");
        await AddAsync(2, "nn", "2026-11-17 23:59", "null");
        await AddAsync(1, "nn", "2026-11-18 00:00", "null");
    }

    public Task DisposeAsync() => product.DisposeAsync().AsTask();

    [Fact]
    public async Task Only_calls_of_the_days_whose_answer_is_no_are_listed_a_page_at_a_time()
    {
        var (first, second) = (await FindAsync(Second, CallScope.All, 0), await FindAsync(Second, CallScope.All, 1));

        Assert.Equal((50, true, 3, false), (first.Calls.Count, first.HasMore, second.Calls.Count, second.HasMore));
        Assert.Equal(53, first.Calls.Concat(second.Calls).Select(call => call.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_mark_of_nobody_leads_to_calls_of_nobody() =>
        Assert.Equal(2, (await FindAsync(Second with { AgentId = Guid.Empty }, CallScope.All, 0)).Calls.Count);

    [Fact]
    public async Task Nothing_beyond_the_scope_is_listed()
    {
        Assert.Equal(51, (await FindAsync(Second, new CallScope([Sales], [Anna]), 0)).Calls.Count + (await FindAsync(Second, new CallScope([Sales], [Anna]), 1)).Calls.Count);
        Assert.Empty((await FindAsync(Second, CallScope.None, 0)).Calls);
    }

    private async Task<ListedCalls> FindAsync(FailingQuery query, CallScope scope, int page)
    {
        await using var services = product.Of(organization);
        return await services.ServiceProvider.GetRequiredService<FindFailing>().RunAsync(query, scope, page, default);
    }

    private Task<object?> AddAsync(int count, string answers, string at, string agent) => product.AskAsync<object>(
        $"""
        with made as (
          insert into scoring.calls (organization_id, call_id, started_at, agent_id, department_id, language, words, facts, masker_version, analyst_version)
          select '{organization}', gen_random_uuid(), timestamptz '{at}+00', {agent}, '{Sales}', 'en', '', '', '1', '1' from generate_series(1, {count}) returning organization_id, call_id)
        insert into scoring.scores (organization_id, version_no, call_id, score, failed, answers, places) select organization_id, 1, call_id, 50, false, '{answers}', '' from made
        """);
}
