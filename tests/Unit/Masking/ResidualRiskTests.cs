using Earshot.Masking;

namespace Earshot.Unit.Masking;

public sealed class ResidualRiskTests
{
    [Theory]
    [InlineData("меня зовут [PERSON_1] телефон [PHONE_1] спасибо", 0)]
    [InlineData("доставим завтра к десяти часам стоимость пятьсот рублей", 0)]
    [InlineData("восемь девятьсот шестнадцать двести тридцать четыре пятьдесят шесть", 1)]
    [InlineData("пишите мне на ivan@example.com", 1)]
    [InlineData("my name is somebody", 1)]
    [InlineData("заказ 79162345678", 1)]
    public void Possible_leaks_are_counted(string text, int expected)
    {
        var conversation = new MaskedConversation("ru", "test", [new MaskedTurn("agent", new MaskedText(text, []), null, null)]);

        Assert.Equal(expected, ResidualRisk.Of(conversation).PossibleLeaks);
    }
}
