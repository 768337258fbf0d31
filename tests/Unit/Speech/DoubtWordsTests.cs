using Earshot.Speech;
using Earshot.Speech.Guards;

namespace Earshot.Unit.Speech;

public sealed class DoubtWordsTests
{
    [Theory]
    [InlineData("добрый день меня зовут анна чем могу помочь", 3.0, false)]
    [InlineData("да да да", 1.0, false)]
    [InlineData("нет нет нет нет нет", 2.0, false)]
    [InlineData("eight nine one six two three four five six seven", 4.0, false)]
    [InlineData("five five five five", 2.0, false)]
    [InlineData("спасибо спасибо спасибо спасибо спасибо спасибо спасибо", 3.0, true)]
    [InlineData("i will call i will call i will call i will call i will call", 5.0, true)]
    [InlineData("субтитры сделал любитель", 2.0, true)]
    [InlineData("thanks for watching", 2.0, true)]
    [InlineData("we would like to tell you about our terms and conditions in every detail", 0.3, true)]
    public void Invented_text_is_told_from_speech(string text, double sound, bool expected) =>
        Assert.Equal(expected, DoubtWords.About(new RecognizedSpeech(Words(text)), TimeSpan.FromSeconds(sound)));

    [Theory]
    [InlineData(0.9, 0.3, true)]
    [InlineData(0.9, 0.8, false)]
    [InlineData(0.2, 0.3, false)]
    public void An_engine_that_hears_no_speech_is_believed_unless_it_is_sure_of_its_words(double noSpeech, double confidence, bool expected)
    {
        var speech = new RecognizedSpeech(Words("hello there my friend", confidence)) { NoSpeechProbability = noSpeech };

        Assert.Equal(expected, DoubtWords.About(speech, TimeSpan.FromSeconds(3)));
    }

    private static List<SpokenWord> Words(string text, double? confidence = null) =>
        [.. text.Split(' ').Select((word, i) => new SpokenWord(word, TimeSpan.FromSeconds(i * 0.3), TimeSpan.FromSeconds((i * 0.3) + 0.25), confidence))];
}
