using Earshot.Analysis;

namespace Earshot.Unit.Analysis;

/// <summary>A summary is made of sentences that were said: whose they are, and which of them tell something.</summary>
public sealed class SummaryTests
{
    private static readonly Analyst Analyst = new();

    [Theory]
    [InlineData("ru", "Здравствуйте, у нас батареи холодные. Уже неделю.", "Причина: Здравствуйте, у нас батареи холодные. Уже неделю.")]
    [InlineData("ru", "Добрый день. Не приходит код для входа на сайт.", "Причина: Не приходит код для входа на сайт.")]
    [InlineData("en", "Hi, this is [PERSON_1]. The lift has stopped again on our floor.", "Reason: The lift has stopped again on our floor.")]
    [InlineData("en", "Hello again. My heating is still cold since Monday.", "Reason: My heating is still cold since Monday.")]
    public void The_reason_is_what_the_customer_says_beyond_a_greeting(string language, string said, string reason) =>
        Assert.StartsWith(reason, Summary(language, "agent: Hello.", $"customer: {said}", "agent: Let me look."), StringComparison.Ordinal);

    [Fact]
    public void The_customers_last_word_stands_after_how_the_customer_left() =>
        Assert.Contains(
            "customer satisfied: “It works now, thanks a million!”",
            Summary("en", "agent: Hello.", "customer: My second screen is black.", "agent: I have reset it for you.", "customer: It works now, thanks a million!"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "Agent: “", "customer: Do you have the white lamp?", "agent: I will ask the warehouse and they will call you back tomorrow.", "customer: Okay.")]
    [InlineData("ru", "Оператор: “", "customer: Есть ли у вас белая лампа?", "agent: Я передам заявку на склад, вам перезвонят завтра.", "customer: Хорошо.")]
    public void What_the_agent_promised_is_not_put_into_the_customers_mouth(string language, string marked, params string[] turns) =>
        Assert.Contains(marked, Summary(language, ["agent: Hello.", .. turns]), StringComparison.Ordinal);

    private static string Summary(string language, params string[] turns) => Analyst.Analyze(MaskedCalls.Of(language, turns)).Summary;
}
