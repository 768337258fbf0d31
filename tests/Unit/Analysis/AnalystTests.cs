using Earshot.Analysis;
using Earshot.Analysis.Scorecards;

namespace Earshot.Unit.Analysis;

public sealed class AnalystTests
{
    private static readonly Analyst Analyst = new();

    [Fact]
    public void A_call_without_times_has_no_measure_of_time()
    {
        var metrics = Analyst.Analyze(MaskedCalls.Of("en", "agent: Hello?", "customer: Hi.")).Metrics;

        Assert.Null(metrics.Duration);
        Assert.Null(metrics.SilenceShare);
        Assert.Null(metrics.AgentInterruptions);
    }

    [Theory]
    [InlineData("en", "agent: Hello, my name is Kate.", true)]
    [InlineData("en", "agent: What do you want?", false)]
    [InlineData("ru", "agent: Добрый день, меня зовут Анна.", true)]
    [InlineData("ru", "agent: Чего вам?", false)]
    public void Greeting_is_a_step_of_the_script(string language, string turn, bool done) =>
        Assert.Equal(done, Analyst.Analyze(MaskedCalls.Of(language, turn)).Script.Single(step => step.Name == "greeting").Done);

    [Theory]
    [InlineData("en", "agent: That is not my problem, shut up.", "rude_agent")]
    [InlineData("en", "agent: I guarantee your loan will be approved.", "forbidden_promise")]
    [InlineData("en", "customer: I want to speak to your manager.", "escalation")]
    [InlineData("en", "customer: I am switching to another provider.", "churn_risk")]
    [InlineData("ru", "agent: Это ваши проблемы, не морочьте мне голову.", "rude_agent")]
    [InlineData("ru", "agent: Гарантирую, кредит вам одобрят.", "forbidden_promise")]
    [InlineData("ru", "customer: Я хочу расторгнуть договор.", "churn_risk")]
    [InlineData("ru", "customer: Соедините меня с руководителем.", "escalation")]
    public void A_flag_is_raised_with_its_quote(string language, string turn, string flag)
    {
        var flags = Analyst.Analyze(MaskedCalls.Of(language, turn)).Flags;

        Assert.Contains(flags, hit => hit.Name == flag && hit.Quote is not null);
    }

    [Theory]
    [InlineData("en", "agent: I cannot guarantee that.", "forbidden_promise")]
    [InlineData("ru", "agent: Я не могу этого гарантировать.", "forbidden_promise")]
    [InlineData("en", "agent: Please never tell anyone your CVV code.", "payment_data_by_voice")]
    public void A_flag_is_not_raised_by_the_opposite(string language, string turn, string flag) =>
        Assert.DoesNotContain(Analyst.Analyze(MaskedCalls.Of(language, turn)).Flags, hit => hit.Name == flag);

    [Fact]
    public void A_huge_call_is_refused_by_name()
    {
        var analyst = new Analyst(new AnalystOptions { MostWords = 10 });

        var refusal = analyst.Refuse(MaskedCalls.Of("en", "customer: the parcel with my new green lamp has still not come to us"));

        Assert.Equal(AnalysisRefusal.TooManyWords, refusal);
    }

    [Fact]
    public void Every_scorecard_pack_can_be_applied() =>
        Assert.All(ScorecardPacks.Names, name => Assert.NotEmpty(ScorecardPacks.Get(name).Sections));

    [Theory]
    [InlineData("""{"name":"a","sections":[{"title":"s","criteria":[{"id":"x","title":"t","rule":"agent: (\"a\""}]}]}""", "sections[0].criteria[0].rule")]
    [InlineData("""{"name":"a","sections":[{"title":"s","criteria":[{"id":"x","title":"t","weight":0,"rule":"\"a\""}]}]}""", "sections[0].criteria[0].weight")]
    [InlineData("""{"name":"a","sections":[{"title":"s","criteria":[{"id":"x","title":"t","metric":"mood > 1"}]}]}""", "sections[0].criteria[0].metric")]
    [InlineData("""{"name":"a","sections":[{"title":"s","criteria":[{"id":"x","title":"t","step":"hug"}]}]}""", "sections[0].criteria[0].step")]
    [InlineData("""{"name":"a","sections":[]}""", "sections")]
    [InlineData("""{"sections":[{"title":"s","criteria":[{"id":"x","title":"t","person":true}]}]}""", "name")]
    public void A_scorecard_that_does_not_work_is_refused_with_the_place(string json, string place) =>
        Assert.Contains(ScorecardFormat.Read(json).Errors, error => error.Place == place);

    [Fact]
    public void Judging_twice_gives_the_same()
    {
        var call = MaskedCalls.Of("en", "agent: Hello, how can I help?", "customer: My internet is down.", "agent: I have reset it.", "customer: It works now, thank you so much!");

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Analyst.Analyze(call)), System.Text.Json.JsonSerializer.Serialize(Analyst.Analyze(call)));
    }
}
