using Earshot.Integration.Harness;
using Earshot.Platform.Accounts;
using Earshot.Platform.Calls;
using Earshot.Platform.Kernel;
using Earshot.Platform.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Earshot.Integration.Calls;

/// <summary>What an organization wants made of what was said.</summary>
public sealed class AnalysisSettingsTests
{
    private const string Traces =
        """
        select (select count(*) from calls.analyses) + (select count(*) from calls.search) + (select count(*) from scoring.calls)
          + (select count(*) from kernel.jobs where kind in ('calls.analysing', 'scoring.call'))
        """;

    private readonly Guid organization = Guid.CreateVersion7();

    [Fact]
    public async Task In_technical_mode_a_call_is_done_and_nothing_was_made_of_what_was_said()
    {
        await using var product = await ProductAsync();
        Assert.True((await ChangeAsync(product, isTechnical: true)).IsOk);

        var call = await product.ReceiveAsync(organization, Invented.Call("The refund never came."));
        await product.WaitAsync(organization, call);

        Assert.Equal("done", await product.AskAsync<string>("select state from calls.calls"));
        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from calls.transcripts where masked is not null"));
        Assert.Equal(0L, await product.AskAsync<long>(Traces));
    }

    [Fact]
    public async Task Calls_are_analysed_again_when_the_mode_ends()
    {
        await using var product = await ProductAsync();
        await ChangeAsync(product, isTechnical: true);
        await ChangeAsync(product, isTechnical: false);

        await product.WaitAsync(organization, await product.ReceiveAsync(organization, Invented.Call("The refund never came.")));

        Assert.Equal(1L, await product.AskAsync<long>("select count(*) from calls.analyses"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    public async Task Tokens_that_can_not_be_are_refused_and_change_nothing(int tokens)
    {
        await using var product = await ProductAsync();

        Assert.Equal("bad_tokens", (await ChangeAsync(product, isTechnical: true, tokens)).Failure?.Code);
        Assert.Equal(0L, await product.AskAsync<long>("select count(*) from calls.analysis_settings"));
    }

    private static Task<TestDatabase> ProductAsync() => TestDatabase.RunningAsync(services => services.AddAccounts(new AccountOptions()).AddScoring());

    private async Task<Result<Done>> ChangeAsync(TestDatabase product, bool isTechnical, int tokens = AnalysisSettings.UsualTokens)
    {
        await using var scope = product.Of(organization);
        return await scope.ServiceProvider.GetRequiredService<ChangeAnalysisSettings>().RunAsync(new ChangeAnalysisRequest(isTechnical, AsksModel: false, tokens), default);
    }
}
