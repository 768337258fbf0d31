using Earshot.Analysis.Text;
using Earshot.Masking;

namespace Earshot.Unit.Analysis;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Да. Нет! Может быть? Конечно… Всё", "Да.|Нет!|Может быть?|Конечно…|Всё")]
    [InlineData("it costs 3.50 at www.shop.example ok", "it costs 3.50 at www.shop.example ok")]
    [InlineData("She said \"no.\" Then left...", "She said \"no.\"|Then left...")]
    [InlineData("  ", "")]
    public void A_text_is_cut_where_sentences_end(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', Sentences.Of(text).Select(part => text.Substring(part.Start, part.Length).Trim())));

    [Theory]
    [InlineData("Yes. I want my money back! Now.", 2, "I want my money back!")]
    [InlineData("Yes. I want my money back! Now.", 0, "Yes.")]
    [InlineData("Yes. I want my money back! Now.", 6, "Now.")]
    [InlineData("версия 2.0 не работает", 3, "версия 2.0 не работает")]
    public void A_quote_is_the_sentence_around_a_word(string text, int word, string sentence)
    {
        var masked = new Masker().Mask(new Conversation("en", [new Turn("customer", text)])).Value;
        var call = CallText.Read(masked, new Vocabulary());

        Assert.Equal(sentence, Sentences.Around(call, word).Text);
    }
}
