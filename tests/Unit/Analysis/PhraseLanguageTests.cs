using Earshot.Analysis.Phrases;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

public sealed class PhraseLanguageTests
{
    [Theory]
    [InlineData("\"hello\"", true)]
    [InlineData("agent: \"hello\"", true)]
    [InlineData("customer: \"hello\"", false)]
    [InlineData("\"hello\" within first 1 turn", true)]
    [InlineData("\"order\" within first 1 turn", false)]
    [InlineData("customer: ~cancel near/5 order", true)]
    [InlineData("customer: ~cancel near/0 order", false)]
    [InlineData("customer: ~cancel near/5 order not after \"not want to\"", true)]
    [InlineData("agent: \"hello\" then customer: ~cancelling", true)]
    [InlineData("customer: ~cancelling then agent: \"hello\"", false)]
    [InlineData("\"hello\" then \"order\" within 1 turns", true)]
    [InlineData("\"hello\" then \"order\" within 3 words", false)]
    [InlineData("count(\"um\") >= 2", true)]
    [InlineData("count(\"um\") >= 3", false)]
    [InlineData("not \"goodbye\"", true)]
    [InlineData("\"hello\" and not \"order\"", false)]
    [InlineData("\"goodbye\" or \"order\"", true)]
    [InlineData("\"I (want|wish) to (cancel|stop)\"", true)]
    [InlineData("\"cancel * order\"", true)]
    [InlineData("\"order*\"", true)]
    [InlineData("\"orders*\"", false)]
    [InlineData("\"cancel ... order\"", true)]
    [InlineData("%cancell", true)]
    [InlineData("\"order\" before end 5s", true)]
    [InlineData("\"hello\" before end 5s", false)]
    public void A_rule_holds_or_not(string rule, bool holds)
    {
        var call = MaskedCalls.Of("en", "agent: Hello there, um, how can I help you with your parcel today?", "customer: Hi, um, I want to cancel my order.");

        Assert.Equal(holds, PhraseChecker.Try(rule, call).Holds);
    }

    [Theory]
    [InlineData("агент: (\"добрый день\" | \"здравствуйте\") within first 20s", true)]
    [InlineData("клиент: ~отменить near/5 ~заказ", true)]
    [InlineData("клиент: ~отменить near/5 ~заказ not after \"не хочу\"", false)]
    [InlineData("%здраствуйте", true)]
    public void Russian_words_are_found_by_stem(string rule, bool holds)
    {
        var call = MaskedCalls.Of("ru", "agent: Здравствуйте, слушаю вас.", "customer: Я не хочу отменять мой заказ.");

        Assert.Equal(holds, PhraseChecker.Try(rule, call).Holds);
    }

    [Theory]
    [InlineData("agent: (\"hello\"", 7)]
    [InlineData("agent: \"hello", 7)]
    [InlineData("boss: \"hello\"", 0)]
    [InlineData("\"a\" then", 8)]
    [InlineData("\"a\" within first five turns", 17)]
    [InlineData("\"a\" within first 5 apples", 19)]
    [InlineData("$nothing", 0)]
    [InlineData("\"a\" and @nothing", 8)]
    [InlineData("\"(a|b\"", 1)]
    [InlineData("\"* b\"", 0)]
    [InlineData("count(\"a\") 5", 11)]
    [InlineData("\"a\" ^ \"b\"", 4)]
    public void A_mistake_is_shown_at_its_character(string rule, int position) =>
        Assert.Equal(position, Assert.Single(PhraseChecker.Check(rule)).Position);

    [Fact]
    public void A_rule_that_refers_to_itself_is_refused()
    {
        var errors = PhraseChecker.Check("@first", [new PhraseRule("first", "@second"), new PhraseRule("second", "@first")]);

        Assert.Contains(errors, error => error.Message.Contains("refers to itself", StringComparison.Ordinal));
    }

    [Fact]
    public void Dictionaries_and_nested_rules_are_shared_by_name()
    {
        var call = MaskedCalls.Of("en", "agent: We can give your money back.");
        PhraseRule[] others = [new("$money", "\"refund\" | \"money back\""), new("refund", "agent: $money")];

        Assert.True(PhraseChecker.Try("@refund and not \"goodbye\"", call, others).Holds);
    }

    [Fact]
    public void A_match_is_explained_by_the_words_of_each_phrase()
    {
        var call = MaskedCalls.Of("en", "customer: Please cancel my latest order now.");

        var match = Assert.Single(PhraseChecker.Try("~cancel near/5 order", call).Matches);

        Assert.Equal(["cancel", "order"], match.Select(quote => quote.Text));
    }
}

/// <summary>Calls for tests: one line a turn, "speaker: text".</summary>
internal static class MaskedCalls
{
    public static MaskedConversation Of(string language, params string[] turns) =>
        new Masker().Mask(new Conversation(language, [.. turns.Select(ReadTurn)])).Value;

    private static Turn ReadTurn(string turn)
    {
        var parts = turn.Split(": ", 2);
        return new Turn(parts[0], parts[1]);
    }
}
