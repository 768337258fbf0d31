using Earshot.Analysis;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

/// <summary>Words that raise a flag and their innocent doubles.</summary>
public sealed class FindFlagsTests
{
    private static readonly Lazy<Analyst> Analyst = new(() => new Analyst());
    private static readonly Masker Masker = new();

    [Theory]
    [InlineData("ru", "agent", "Не вешайте мне лапшу на уши.", "rude_agent")]
    [InlineData("ru", "agent", "Надо было за вещами следить.", "rude_agent")]
    [InlineData("en", "agent", "You can shout all you like, it won't get it done quicker.", "rude_agent")]
    [InlineData("en", "agent", "How many more of you are going to ring?", "rude_agent")]
    [InlineData("ru", "customer", "Всё, ухожу в другой банк.", "churn_risk")]
    [InlineData("ru", "customer", "Интернет я у соседей подключу, там дешевле.", "churn_risk")]
    [InlineData("en", "customer", "I'm done with you.", "churn_risk")]
    [InlineData("en", "customer", "I rent two other flats through you and I'll be moving those.", "churn_risk")]
    [InlineData("en", "customer", "My wife has diabetes.", "special_category_mentioned")]
    [InlineData("ru", "customer", "Нужны таблетки от давления для мамы.", "special_category_mentioned")]
    public void What_was_said_raises_the_flag(string language, string speaker, string said, string flag) =>
        Assert.Contains(flag, Flags(language, new Turn(speaker, said)));

    [Theory]
    [InlineData("ru", "agent", "Не вешайте трубку, я с ним по рации.", "rude_agent")]
    [InlineData("en", "agent", "How many of you will travel?", "rude_agent")]
    [InlineData("en", "agent", "Connect it with the short thick cable.", "rude_agent")]
    [InlineData("ru", "customer", "А лимит на перевод себе в другой банк какой?", "churn_risk")]
    [InlineData("en", "customer", "I'm done with this for today.", "churn_risk")]
    [InlineData("en", "customer", "A colleague needs my calendar while I'm on leave.", "churn_risk")]
    [InlineData("en", "customer", "I saw the bill and nearly fainted.", "special_category_mentioned")]
    [InlineData("en", "customer", "It's about my dog and his thyroid tablets.", "special_category_mentioned")]
    [InlineData("ru", "customer", "Щенка вчера оперировали, можно ему гулять?", "special_category_mentioned")]
    public void Its_innocent_double_does_not(string language, string speaker, string said, string flag) =>
        Assert.DoesNotContain(flag, Flags(language, new Turn(speaker, said)));

    [Theory]
    [InlineData("ru", "Спасибо, что выбрали нас.")]
    [InlineData("ru", "Счастливого пути.")]
    [InlineData("en", "Thanks for bringing it in.")]
    [InlineData("en", "Thank you, and welcome aboard!")]
    public void Thanks_at_the_very_end_close_a_call(string language, string last) =>
        Assert.DoesNotContain("no_closing", Flags(language, new Turn("customer", "Okay."), new Turn("agent", last)));

    [Theory]
    [InlineData("ru", "До вечера внесёте деньги, поняли?", "Пришлите письмо.")]
    [InlineData("en", "It's on the list.", "What's your name?")]
    public void A_call_that_breaks_off_has_no_closing(string language, string agent, string customer) =>
        Assert.Contains("no_closing", Flags(language, new Turn("customer", "…"), new Turn("agent", agent), new Turn("customer", customer), new Turn("agent", "No."), new Turn("customer", "…")));

    private static IEnumerable<string> Flags(string language, params Turn[] turns) =>
        Analyst.Value.Analyze(Masker.Mask(new Conversation(language, turns)).Value).Flags.Select(flag => flag.Name);
}
