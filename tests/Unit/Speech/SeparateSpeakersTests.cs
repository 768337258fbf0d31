using Earshot.Speech.Segments;
using Earshot.Speech.Speakers;

namespace Earshot.Unit.Speech;

public sealed class SeparateSpeakersTests
{
    private const int Rate = 8_000;

    [Fact]
    public void Two_voices_that_take_turns_are_told_apart()
    {
        var voices = Voices((SyntheticVoice.Low, 6), (SyntheticVoice.High, 5), (SyntheticVoice.Low, 4), (SyntheticVoice.High, 7), (SyntheticVoice.Low, 5));

        Assert.Equal([0, 1, 0, 1, 0], Majorities(voices));
    }

    [Fact]
    public void One_voice_stays_one() => Assert.All(SeparateSpeakers.Of(Voices((SyntheticVoice.Low, 6), (SyntheticVoice.Low, 5), (SyntheticVoice.Low, 7)).In(0), 2), voice => Assert.Equal(0, voice));

    [Fact]
    public void A_second_of_speech_is_one_voice() => Assert.All(SeparateSpeakers.Of(Voices((SyntheticVoice.High, 1)).In(0), 2), voice => Assert.Equal(0, voice));

    private static List<int> Majorities(CollectVoices voices)
    {
        var numbers = SeparateSpeakers.Of(voices.In(0), 2);
        var pieces = voices.In(0).Zip(numbers).GroupBy(pair => pair.First.Piece).Select(piece => piece.Count(pair => pair.Second == 1) * 2 > piece.Count() ? 1 : 0).ToList();
        return pieces[0] == 0 ? pieces : [.. pieces.Select(piece => 1 - piece)];
    }

    private static CollectVoices Voices(params (SyntheticVoice Voice, double Seconds)[] turns)
    {
        var voices = new CollectVoices(Rate);
        var (random, at) = (new Random(11), 0.0);
        foreach (var (voice, seconds) in turns)
        {
            voices.Add(new SpeechPiece(0, TimeSpan.FromSeconds(at), voice.Speak(seconds, Rate, random), Rate));
            at += seconds + 0.5;
        }

        return voices;
    }
}
