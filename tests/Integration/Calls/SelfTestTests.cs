using Earshot.Integration.Harness;
using Earshot.Platform.Calls.SelfTest;
using Earshot.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>The scheduled self-test: two invented calls on their way, and nothing of them left.</summary>
public sealed class SelfTestTests
{
    private static readonly string Rows = $"select (select count(*) from calls.calls) + (select count(*) from calls.receipts) + (select count(*) from calls.transcripts) + (select count(*) from kernel.jobs where organization_id = '{SendTestCall.Organization}') + (select count(*) from privacy.tombstones)";

    [Fact]
    public async Task Invented_calls_are_traced_to_their_receipts_and_nothing_of_them_stays()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddSingleton<ISpeechEngine>(new ScriptedEngine(null)));

        await FinishAsync(product);

        var evidence = await product.AskAsync<string>("select is_good::text || ': ' || evidence from calls.self_tests");
        Assert.StartsWith("true: recording ", evidence, StringComparison.Ordinal);
        Assert.Equal((0L, 0), (await product.AskAsync<long>(Rows), Directory.GetFiles(product.Settings.SpoolFolder).Length));
    }

    [Fact]
    public async Task A_call_that_was_lost_is_told()
    {
        await using var product = await TestDatabase.CreateAsync();
        await product.Get<SendTestCall>().TakeTurnAsync(default);
        await product.AskAsync<object>("delete from calls.calls where audio_file is null");

        await product.Get<SendTestCall>().TakeTurnAsync(default);

        Assert.Equal("false: an acknowledged call is lost", await product.AskAsync<string>("select is_good::text || ': ' || evidence from calls.self_tests"));
    }

    [Fact]
    public async Task An_identifier_that_comes_through_is_told()
    {
        await using var product = await TestDatabase.RunningAsync(services => services.AddSingleton<ISpeechEngine>(new ScriptedEngine(null)));
        await product.AskAsync<object>($"insert into accounts.organizations (organization_id, name, region, time_zone, created_at, unmasked_types) values ('{SendTestCall.Organization}', 'x', 'ru', 'UTC', now(), array['Person'])");

        await FinishAsync(product);

        Assert.Equal("false: an identifier came through the masking", await product.AskAsync<string>("select is_good::text || ': ' || evidence from calls.self_tests"));
    }

    private static Task FinishAsync(TestDatabase product) => Eventually.HoldsAsync(
        async () =>
        {
            await product.Get<SendTestCall>().TakeTurnAsync(default);
            return await product.AskAsync<long>("select count(*) from calls.self_tests where finished_at is not null") == 1;
        },
        "the self-test is over");
}
