using Earshot.Speech;
using Earshot.Speech.Speakers;

namespace Earshot.Unit.Speech;

public sealed class DecideRolesTests
{
    [Theory]
    [InlineData("добрый день клиника ромашка меня зовут ольга слушаю вас", "здравствуйте хочу узнать сколько стоит приём")]
    [InlineData("компания ветер чем могу помочь", "у меня проблема со входом")]
    [InlineData("thank you for calling north wind how can i help you", "hi i have a question about my order")]
    [InlineData("this is a recorded line can i have your date of birth", "yes i am calling about my bill")]
    [InlineData("شكرا لاتصالكم كيف يمكنني مساعدتك", "عندي مشكلة في حسابي")]
    public void The_one_who_greets_for_the_company_is_the_agent(string agent, string customer)
    {
        Assert.Equal("speaker1", DecideRoles.AgentAmong([Turn("speaker1", 0, agent), Turn("speaker2", 5, customer)]));
        Assert.Equal("speaker2", DecideRoles.AgentAmong([Turn("speaker1", 0, customer), Turn("speaker2", 5, agent)]));
    }

    [Theory]
    [InlineData("hello", "hello yes")]
    [InlineData("алло", "да слушаю")]
    public void Nobody_is_named_when_nothing_tells(string one, string other) =>
        Assert.Null(DecideRoles.AgentAmong([Turn("speaker1", 0, one), Turn("speaker2", 5, other)]));

    [Theory]
    [InlineData("speaker1", AgentCheck.Confirmed)]
    [InlineData("speaker2", AgentCheck.Contradicted)]
    public void A_channel_setting_is_compared_with_what_is_said(string setting, string expected) =>
        Assert.Equal(expected, DecideRoles.Check([Turn("speaker1", 0, "thank you for calling how can i help"), Turn("speaker2", 4, "i have a problem")], setting));

    private static SpokenTurn Turn(string speaker, double start, string text)
    {
        var words = text.Split(' ').Select((word, i) => new SpokenWord(word, TimeSpan.FromSeconds(start + i), TimeSpan.FromSeconds(start + i + 1))).ToList();
        return new SpokenTurn(speaker, 0, words[0].Start, words[^1].End, text, words);
    }
}
