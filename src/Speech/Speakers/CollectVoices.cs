using Earshot.Speech.Segments;

namespace Earshot.Speech.Speakers;

/// <summary>Takes down, in memory alone, how the voice sounds in each half second of speech of each channel.</summary>
internal sealed class CollectVoices(int sampleRate)
{
    private const int FramesPerWindow = 50;
    private const float BelowPeak = 25;
    private readonly Spectrum spectrum = new(sampleRate);
    private readonly Cepstrum cepstrum = new(new Spectrum(sampleRate));
    private readonly Dictionary<int, List<VoiceWindow>> windows = [];
    private int pieces;

    /// <summary>Half seconds of a channel, by time.</summary>
    public IReadOnlyList<VoiceWindow> In(int channel) => windows.GetValueOrDefault(channel) ?? [];

    public void Add(SpeechPiece piece)
    {
        var samples = piece.Samples.AsSpan();
        Span<float> power = stackalloc float[spectrum.Size / 2];
        Span<float> frame = stackalloc float[Cepstrum.Count];
        var loudEnough = Peak(samples) - BelowPeak;
        var window = default(VoiceWindow);
        for (var at = 0; at + spectrum.Length <= samples.Length; at += spectrum.Hop)
        {
            var sound = samples.Slice(at, spectrum.Length);
            if (TrackLevels.LevelOf(sound) < loudEnough)
            {
                continue;
            }

            spectrum.Power(sound, power);
            cepstrum.Of(power, frame);
            window = Open(window, piece, at);
            window.Add(frame);
            window.End = Time(piece, at + spectrum.Hop);
        }

        pieces++;
    }

    private VoiceWindow Open(VoiceWindow? window, SpeechPiece piece, int at)
    {
        if (window is not null && window.Frames < FramesPerWindow)
        {
            return window;
        }

        var opened = new VoiceWindow(Time(piece, at)) { Piece = pieces };
        if (!windows.TryGetValue(piece.Channel, out var own))
        {
            windows[piece.Channel] = own = [];
        }

        own.Add(opened);
        return opened;
    }

    private float Peak(ReadOnlySpan<float> samples)
    {
        var peak = TrackLevels.Silence;
        for (var at = 0; at + spectrum.Length <= samples.Length; at += spectrum.Length)
        {
            peak = Math.Max(peak, TrackLevels.LevelOf(samples.Slice(at, spectrum.Length)));
        }

        return peak;
    }

    private TimeSpan Time(SpeechPiece piece, int sample) => piece.Start + TimeSpan.FromSeconds((double)sample / sampleRate);
}
