using System.Buffers.Binary;

namespace Earshot.Speech.Decoding;

/// <summary>Reads the header that the decoder writes before its samples.</summary>
internal static class ReadWaveHeader
{
    private const int MaxChunk = 1 << 16;

    /// <summary>Reads up to the first sample.</summary>
    /// <returns>Number of channels; null when the stream ended before.</returns>
    public static async Task<int?> ChannelsAsync(Stream wave, CancellationToken ct)
    {
        var head = new byte[12];
        if (await wave.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct) < head.Length)
        {
            return null;
        }

        var channels = 0;
        while (await ReadChunkHeadAsync(wave, ct) is var (isData, size))
        {
            if (isData)
            {
                return channels;
            }

            var body = new byte[Math.Min(size + (size & 1), MaxChunk)];
            await wave.ReadExactlyAsync(body, ct);
            channels = channels == 0 ? BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(2)) : channels;
        }

        return null;
    }

    private static async Task<(bool IsData, uint Size)?> ReadChunkHeadAsync(Stream wave, CancellationToken ct)
    {
        var head = new byte[8];
        return await wave.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct) < head.Length
            ? null
            : (head.AsSpan(0, 4).SequenceEqual("data"u8), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)));
    }
}
