using Earshot.Speech.Segments;

namespace Earshot.Unit.Speech;

public sealed class CutPiecesTests
{
    private const int Rate = 16_000;

    [Fact]
    public void Silence_of_any_length_gives_no_piece() => Assert.Empty(Cut(Sound(60)));

    [Fact]
    public void Speech_between_silences_is_one_piece_with_a_margin()
    {
        var piece = Assert.Single(Cut(Sound(10, (3, 5))));

        Assert.InRange(piece.Start.TotalSeconds, 2.6, 3);
        Assert.InRange(piece.End.TotalSeconds, 5, 5.4);
    }

    [Fact]
    public void A_long_pause_ends_a_piece() => Assert.Equal(2, Cut(Sound(12, (1, 3), (6, 8))).Count);

    [Fact]
    public void A_short_pause_does_not_end_a_piece_that_is_short_itself() => Assert.Single(Cut(Sound(6, (1, 2), (2.4, 3.5))));

    [Fact]
    public void A_click_is_not_speech() => Assert.Empty(Cut(Sound(6, (3, 3.05))));

    [Fact]
    public void Speech_without_pauses_is_cut_at_the_longest_that_the_engine_takes()
    {
        var pieces = Cut(Sound(70, (1, 66)));

        Assert.All(pieces, piece => Assert.InRange(piece.Duration.TotalSeconds, 0.1, 20));
        Assert.InRange(pieces.Sum(piece => piece.Duration.TotalSeconds), 64, 67);
    }

    [Fact]
    public void A_quiet_voice_is_heard_beside_a_loud_one()
    {
        var sound = Sound(20, (2, 4), (10, 12));
        for (var i = 10 * Rate; i < 12 * Rate; i++)
        {
            sound[i] *= 0.08f;
        }

        Assert.Equal(2, Cut(sound).Count);
    }

    [Fact]
    public void Pieces_do_not_overlap()
    {
        var pieces = Cut(Sound(40, (1, 8), (8.3, 15), (15.3, 22), (22.3, 30)));

        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    private static List<SpeechPiece> Cut(float[] sound)
    {
        var cutter = new CutPieces(0, Rate, new CuttingRules(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
        var pieces = sound.Chunk(Rate / 2).SelectMany(block => cutter.Take(block).ToList()).ToList();
        pieces.AddRange(cutter.Finish());
        return pieces;
    }

    // Noise at -70 decibels with bursts at -20 where somebody "speaks", four syllables a second.
    private static float[] Sound(double seconds, params (double From, double To)[] spoken)
    {
        var random = new Random(5);
        var samples = new float[(int)(seconds * Rate)];
        for (var i = 0; i < samples.Length; i++)
        {
            var isSpoken = spoken.Any(part => i >= part.From * Rate && i < part.To * Rate);
            var isVowel = i % (Rate / 4) < Rate / 5;
            samples[i] = ((float)random.NextDouble() - 0.5f) * (isSpoken && isVowel ? 0.35f : 0.001f);
        }

        return samples;
    }
}
