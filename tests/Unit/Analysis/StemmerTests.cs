using Earshot.Analysis.Text;

namespace Earshot.Unit.Analysis;

public sealed class StemmerTests
{
    // Words and stems of the published description of Porter2.
    [Theory]
    [InlineData("consign", "consign")]
    [InlineData("consigned", "consign")]
    [InlineData("consigning", "consign")]
    [InlineData("consistency", "consist")]
    [InlineData("consolation", "consol")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knightly", "knight")]
    [InlineData("cancellation", "cancel")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("happiness", "happi")]
    [InlineData("skies", "sky")]
    [InlineData("generously", "generous")]
    public void English_words_have_their_published_stem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    // Words and stems of the published description of Snowball for Russian.
    [Theory]
    [InlineData("вагон", "вагон")]
    [InlineData("вагоне", "вагон")]
    [InlineData("важнейшими", "важн")]
    [InlineData("валился", "вал")]
    [InlineData("вашу", "ваш")]
    [InlineData("пальтишке", "пальтишк")]
    [InlineData("посылки", "посылк")]
    public void Russian_words_have_their_published_stem(string word, string stem) => Assert.Equal(stem, RussianStemmer.Stem(word));

    [Theory]
    [InlineData("отменить", "отменять")]
    [InlineData("отменить", "отменяю")]
    [InlineData("заказ", "заказывать")]
    [InlineData("подключить", "подключаем")]
    public void Both_aspects_of_a_Russian_verb_have_one_stem(string left, string right) =>
        Assert.Equal(RussianStemmer.Stem(left), RussianStemmer.Stem(right));

    [Theory]
    [InlineData("الطلب", "طلب")]
    [InlineData("والطلبات", "طلب")]
    [InlineData("طلبها", "طلب")]
    public void Arabic_words_lose_their_article_and_endings(string word, string stem) => Assert.Equal(stem, ArabicStemmer.Stem(word));

    [Theory]
    [InlineData("I don't know", "i do not know")]
    [InlineData("I dont know", "i do not know")]
    [InlineData("It’s [CARD_12]!", "it is [card]")]
    [InlineData("Wi-Fi ЁЛКА", "wi fi елка")]
    [InlineData("[not a placeholder]", "not a placeholder")]
    public void Text_is_cut_into_words_of_one_form(string text, string words) => Assert.Equal(words, string.Join(' ', Tokenizer.Split(text)));
}
