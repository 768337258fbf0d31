using Earshot.Speech;
using Earshot.Speech.Speakers;

namespace Earshot.Unit.Speech;

public sealed class SnapToSentencesTests
{
    [Theory]
    [InlineData("how can I help you today? Hello, my name", "000000011", "000000111")]
    [InlineData("that is all. Okay then let us see", "00011111", "00011111")]
    [InlineData("yes please do. And then we will talk about the rest of it", "0011111111111", "0001111111111")]
    [InlineData("no end of a sentence is near here at all", "0000011111", "0000011111")]
    [InlineData("one. two three. four", "0110", "0110")]
    public void A_change_of_speaker_moves_to_the_end_of_a_sentence_that_is_near(string text, string voices, string expected)
    {
        var words = text.Split(' ').Select((word, i) => new SpokenWord(word, TimeSpan.FromSeconds(i), TimeSpan.FromSeconds(i + 1))).ToList();
        int[] numbers = [.. voices.Select(digit => digit - '0')];
        Assert.Equal(words.Count, numbers.Length);

        SnapToSentences.In(words, numbers);

        Assert.Equal(expected, string.Concat(numbers));
    }
}
