using System.Runtime.CompilerServices;
using Earshot.Speech.Decoding;
using Earshot.Speech.Segments;

namespace Earshot.Speech.Recognition;

/// <summary>Takes the channels of a recording apart and gives the pieces of speech of each.</summary>
internal sealed class SplitChannels(DecodedAudio audio, CuttingRules rules)
{
    private readonly CutPieces[] cutters = [.. Enumerable.Range(0, audio.Channels).Select(channel => new CutPieces(channel, audio.SampleRate, rules))];
    private readonly CompareChannels? copies = audio.Channels == 2 ? new CompareChannels(audio.SampleRate) : null;
    private readonly int blockFrames = audio.SampleRate / 2;

    public async IAsyncEnumerable<SpeechPiece> PiecesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var block = new float[blockFrames * audio.Channels];
        var channel = new float[blockFrames];
        for (var frames = await audio.ReadAsync(block, ct); frames > 0; frames = await audio.ReadAsync(block, ct))
        {
            copies?.Take(block.AsSpan(0, 2 * frames));
            for (var c = 0; c < cutters.Length; c++)
            {
                Pick(block, c, channel.AsSpan(0, frames));
                foreach (var piece in cutters[c].Take(channel.AsSpan(0, frames)).Where(IsOriginal))
                {
                    yield return piece;
                }
            }
        }

        Array.Clear(block);
        Array.Clear(channel);
        foreach (var piece in cutters.SelectMany(cutter => cutter.Finish()).Where(IsOriginal))
        {
            yield return piece;
        }
    }

    private bool IsOriginal(SpeechPiece piece) => copies?.IsCopy(piece) != true;

    private void Pick(float[] interleaved, int channel, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = interleaved[(i * audio.Channels) + channel];
        }
    }
}
