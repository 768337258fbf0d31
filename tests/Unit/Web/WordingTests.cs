using Earshot.Web.Texts;

namespace Earshot.Unit.Web;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "0 звонков")]
    [InlineData(1, "1 звонок")]
    [InlineData(2, "2 звонка")]
    [InlineData(5, "5 звонков")]
    [InlineData(11, "11 звонков")]
    [InlineData(14, "14 звонков")]
    [InlineData(21, "21 звонок")]
    [InlineData(104, "104 звонка")]
    [InlineData(112, "112 звонков")]
    public void Russian_counts_in_three_forms(long count, string expected) =>
        Assert.Equal(expected, AllTexts.Of(Language.Russian).Calls.Count(count));

    [Theory]
    [InlineData(0, "0 calls")]
    [InlineData(1, "1 call")]
    [InlineData(1200, "1,200 calls")]
    public void English_counts_in_two_forms(long count, string expected) =>
        Assert.Equal(expected, AllTexts.Of(Language.English).Calls.Count(count));

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", Language.Russian)]
    [InlineData("de-DE,de;q=0.9,ru;q=0.8", Language.Russian)]
    [InlineData("fr", Language.English)]
    [InlineData(null, Language.English)]
    public void Browser_asks_for_a_language(string? header, Language expected) => Assert.Equal(expected, Languages.Preferred(header));

    [Theory]
    [InlineData("payment_data", "Payment data")]
    [InlineData("", "")]
    public void Name_without_translation_becomes_words(string name, string expected) => Assert.Equal(expected, NameTexts.Plain(name));
}
