using Earshot.Analysis;
using Earshot.Analysis.Scorecards;
using Earshot.Masking;

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
        Assert.All(ScorecardPacks.Names, name => Assert.Empty(ScorecardFormat.Read(ScorecardPacks.Text(name)).Errors));

    [Theory]
    [InlineData("support")]
    [InlineData("sales")]
    [InlineData("collections")]
    [InlineData("clinic")]
    public void There_is_a_scorecard_pack_in_both_languages(string pack)
    {
        Assert.Contains($"{pack}.en", ScorecardPacks.Names);
        Assert.Contains($"{pack}.ru", ScorecardPacks.Names);
    }

    [Theory]
    [InlineData("en", "customer: My parcel was due on Monday and the courier never came.", "Delivery", "Where a parcel is, a courier that is late.", "Loans", "Credit, mortgage, interest rate.")]
    [InlineData("ru", "customer: Хочу узнать ставку по ипотеке.", "Кредиты", "Ипотека и займы.", "Доставка", "Где посылка, курьер опаздывает.")]
    [InlineData("ru", "customer: Зуб болит, можно сегодня к стоматологу?", "Приём врача", "Запись на приём к врачу.", "Счета", "Оплата и начисления.")]
    public void A_topic_is_known_by_its_description_alone(string language, string turn, string right, string about, string wrong, string other)
    {
        var analyst = new Analyst(new AnalystOptions { Topics = [new TopicDefinition(wrong, other), new TopicDefinition(right, about)] });

        Assert.Equal(right, analyst.Analyze(MaskedCalls.Of(language, turn)).Topics[0].Name);
    }

    [Theory]
    [InlineData("agent: I have reset the line.", "customer: Wow, it works again, thank you so much!", SentimentClass.Positive, true)]
    [InlineData("agent: We cannot refund you.", "customer: This is ridiculous, what a waste of my time.", SentimentClass.Negative, false)]
    [InlineData("agent: We are open until nine.", "customer: Okay, thanks, bye.", SentimentClass.Neutral, true)]
    public void Mood_is_judged_from_how_the_call_ends(string agent, string customer, SentimentClass mood, bool satisfied)
    {
        var analysis = Analyst.Analyze(MaskedCalls.Of("en", "agent: Hello.", "customer: Hi, a question.", agent, customer));

        Assert.Equal((mood, satisfied), (analysis.Sentiment.Overall, analysis.Satisfied));
    }

    [Fact]
    public void A_criterion_that_does_not_apply_leaves_the_score()
    {
        const string Json = """{"name":"a","sections":[{"title":"s","criteria":[{"id":"x","title":"t","rule":"hello"},{"id":"y","title":"t","rule":"refund","not_applicable_when":"not money"}]}]}""";
        var (scorecard, errors) = ScorecardFormat.Read(Json);
        Assert.Empty(errors);
        Assert.NotNull(scorecard);

        var result = new Analyst(new AnalystOptions { Scorecards = [scorecard] }).Analyze(MaskedCalls.Of("en", "agent: Hello.")).Scorecards[0];

        Assert.Equal(100, result.Score);
        Assert.Equal(CriterionAnswer.NotApplicable, result.Criteria[1].Answer);
    }

    [Fact]
    public void Times_give_measures_of_time()
    {
        Turn[] turns = [new("agent", "Hello there", TimeSpan.Zero, TimeSpan.FromSeconds(4)), new("customer", "Hi", TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(8)), new("agent", "Well", TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(10))];

        var metrics = Analyst.Analyze(new Masker().Mask(new Conversation("en", turns)).Value).Metrics;

        Assert.Equal(0.2, metrics.SilenceShare);
        Assert.Equal(TimeSpan.FromSeconds(2), metrics.LongestSilence);
        Assert.Equal(1, metrics.AgentInterruptions);
    }

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
    public void A_hostile_call_is_judged_in_time()
    {
        var call = MaskedCalls.Of("en", "customer: hello", "agent: " + string.Join(' ', Enumerable.Repeat("anything else? shut up not", 8_000)));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Analyst.Analyze(call);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Judging_twice_gives_the_same()
    {
        var call = MaskedCalls.Of("en", "agent: Hello, how can I help?", "customer: My internet is down.", "agent: I have reset it.", "customer: It works now, thank you so much!");

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Analyst.Analyze(call)), System.Text.Json.JsonSerializer.Serialize(Analyst.Analyze(call)));
    }
}
