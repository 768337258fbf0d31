using Earshot.Speech.Segments;
using Earshot.Speech.Speakers;

namespace Earshot.Speech.Guards;

/// <summary>Tells hold music from speech: notes stay where they are for a tenth of a second, the harmonics of a voice glide.</summary>
internal sealed class RecognizeMusic(int sampleRate)
{
    private const double LeastSeconds = 4;
    private const double LeastActive = 0.8;
    private const double LeastPersistence = 0.4;
    private const int Later = 10;
    private const int MaxFrames = 1200;
    private readonly Spectrum spectrum = new(sampleRate);

    public bool IsIn(SpeechPiece piece)
    {
        if (piece.Duration.TotalSeconds < LeastSeconds)
        {
            return false;
        }

        var (active, persistence) = Measure(piece.Samples);
        return active >= LeastActive && persistence >= LeastPersistence;
    }

    /// <summary>Share of frames near the usual level, and share of spectral peaks that are still there a tenth of a second later.</summary>
    internal (double Active, double Persistence) Measure(ReadOnlySpan<float> samples)
    {
        var bins = spectrum.Size / 4;
        Span<float> power = stackalloc float[spectrum.Size / 2];
        var history = new Queue<bool[]>();
        var levels = new List<float>();
        var (peaks, kept) = (0, 0);
        for (var at = 0; at + spectrum.Length <= samples.Length && levels.Count < MaxFrames; at += spectrum.Hop)
        {
            var frame = samples.Slice(at, spectrum.Length);
            levels.Add(TrackLevels.LevelOf(frame));
            spectrum.Power(frame, power);
            var now = Peaks(power[..bins]);
            history.Enqueue(now);
            if (history.Count > Later)
            {
                var before = history.Dequeue();
                peaks += before.Count(isPeak => isPeak);
                kept += before.Zip(now).Count(pair => pair is (true, true));
            }
        }

        return (Active(levels), peaks == 0 ? 0 : (double)kept / peaks);
    }

    private static double Active(List<float> levels)
    {
        var usual = levels.Order().ElementAt(levels.Count * 3 / 4);
        return (double)levels.Count(level => level > usual - 18) / levels.Count;
    }

    // A bin that stands out by 9 decibels from what lies around it.
    private static bool[] Peaks(ReadOnlySpan<float> power)
    {
        var peaks = new bool[power.Length];
        for (var i = 6; i < power.Length - 4; i++)
        {
            var around = (power[i - 4] + power[i - 3] + power[i + 3] + power[i + 4]) / 4;
            peaks[i] = power[i] > power[i - 1] && power[i] >= power[i + 1] && power[i] > 8 * around;
        }

        return peaks;
    }
}
