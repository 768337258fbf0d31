using Earshot.Speech.Segments;
using Earshot.Speech.Speakers;

namespace Earshot.Unit.Speech;

public sealed class SeparateSpeakersTests
{
    private const int Rate = 8_000;

    [Fact]
    public void Two_voices_that_take_turns_are_told_apart()
    {
        var voices = Voices((Low, 6), (High, 5), (Low, 4), (High, 7), (Low, 5));

        Assert.Equal([0, 1, 0, 1, 0], Majorities(voices));
    }

    [Fact]
    public void One_voice_stays_one() => Assert.All(SeparateSpeakers.Of(Voices((Low, 6), (Low, 5), (Low, 7)).Windows), voice => Assert.Equal(0, voice));

    [Fact]
    public void A_second_of_speech_is_one_voice() => Assert.All(SeparateSpeakers.Of(Voices((High, 1)).Windows), voice => Assert.Equal(0, voice));

    private static (double Pitch, double[] Formants) Low => (110, [500, 1300, 2400]);

    private static (double Pitch, double[] Formants) High => (210, [650, 1800, 2900]);

    private static List<int> Majorities(CollectVoices voices)
    {
        var numbers = SeparateSpeakers.Of(voices.Windows);
        var pieces = voices.Windows.Zip(numbers).GroupBy(pair => pair.First.Piece).Select(piece => piece.Count(pair => pair.Second == 1) * 2 > piece.Count() ? 1 : 0).ToList();
        return pieces[0] == 0 ? pieces : [.. pieces.Select(piece => 1 - piece)];
    }

    private static CollectVoices Voices(params ((double Pitch, double[] Formants) Voice, double Seconds)[] turns)
    {
        var voices = new CollectVoices(Rate);
        var (random, at) = (new Random(11), 0.0);
        foreach (var (voice, seconds) in turns)
        {
            voices.Add(new SpeechPiece(0, TimeSpan.FromSeconds(at), Speak(voice, seconds, random), Rate));
            at += seconds + 0.5;
        }

        return voices;
    }

    // A throat: pulses through three resonances that wander as vowels do, and some breath.
    private static float[] Speak((double Pitch, double[] Formants) voice, double seconds, Random random)
    {
        var samples = new float[(int)(seconds * Rate)];
        var (phase, state, formants) = (0.0, new double[6], voice.Formants);
        for (var i = 0; i < samples.Length; i++)
        {
            if (i % (Rate / 6) == 0)
            {
                formants = [.. voice.Formants.Select(formant => formant * (0.85 + (0.3 * random.NextDouble())))];
            }

            phase += voice.Pitch * (1 + (0.1 * Math.Sin(i / 900.0))) / Rate;
            var pulse = phase >= 1 ? 1.0 : 0.0;
            phase -= pulse;
            samples[i] = (float)(Resonate(pulse + (0.02 * (random.NextDouble() - 0.5)), formants, state) * 0.05);
        }

        return samples;
    }

    private static double Resonate(double input, double[] formants, double[] state)
    {
        for (var f = 0; f < 3; f++)
        {
            const double radius = 0.96;
            var output = input + (2 * radius * Math.Cos(2 * Math.PI * formants[f] / Rate) * state[2 * f]) - (radius * radius * state[(2 * f) + 1]);
            (state[(2 * f) + 1], state[2 * f], input) = (state[2 * f], output, output);
        }

        return input;
    }
}
