using Earshot.Speech.Segments;

namespace Earshot.Speech.Recognition;

/// <summary>Notes hold music, and silences of all channels together that are long enough to matter.</summary>
internal sealed class CollectEvents
{
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SameMusic = TimeSpan.FromSeconds(3);
    private readonly List<AudioEvent> music = [];
    private readonly List<(TimeSpan Start, TimeSpan End)> sounds = [];
    private readonly List<AudioEvent> silences = [];

    public IReadOnlyList<AudioEvent> Found => [.. music.Concat(silences).OrderBy(found => found.Start)];

    public void See(SpeechPiece piece, bool isMusic)
    {
        sounds.Add((piece.Start, piece.End));
        if (!isMusic)
        {
            return;
        }

        var before = music.FindLastIndex(found => found.Channel == piece.Channel);
        if (before >= 0 && piece.Start - music[before].End < SameMusic)
        {
            music[before] = music[before] with { End = piece.End };
        }
        else
        {
            music.Add(new AudioEvent(AudioEvent.Music, piece.Channel, piece.Start, piece.End));
        }
    }

    public void Finish(TimeSpan duration, int channels)
    {
        var silentFrom = TimeSpan.Zero;
        foreach (var (start, end) in sounds.OrderBy(sound => sound.Start).Append((duration, duration)))
        {
            if (start - silentFrom >= LongSilence)
            {
                silences.AddRange(Enumerable.Range(0, channels).Select(channel => new AudioEvent(AudioEvent.Silence, channel, silentFrom, start)));
            }

            silentFrom = end > silentFrom ? end : silentFrom;
        }
    }
}
