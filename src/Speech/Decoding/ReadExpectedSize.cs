using System.Buffers.Binary;

namespace Earshot.Speech.Decoding;

/// <summary>Reads from the first bytes how long the file should be, where its format says so, to tell whether it was cut off.</summary>
internal static class ReadExpectedSize
{
    // Recorders that write to a pipe leave the size at zero or at the largest number.
    private const uint Unknown = 0x7FFF_0000;

    /// <returns>Number of bytes; null when the file does not say.</returns>
    public static long? From(ReadOnlySpan<byte> head) => head.StartsWith("RIFF"u8) ? Wave(head) : Mpeg(head);

    private static long? Wave(ReadOnlySpan<byte> head)
    {
        for (long at = 12; at + 8 <= head.Length;)
        {
            var chunk = head[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk.StartsWith("data"u8))
            {
                return size is 0 or >= Unknown ? null : at + 8 + size;
            }

            at += 8 + size + (size & 1);
        }

        return null;
    }

    // The Xing or Info tag sits in the first frame: four flag bytes, then the number of frames, then the number of bytes.
    private static long? Mpeg(ReadOnlySpan<byte> head)
    {
        var first = head.StartsWith("ID3"u8) && head.Length > 10 ? 10 + SyncSafe(head[6..]) : 0;
        if (first + 200 > head.Length || head[first] != 0xFF)
        {
            return null;
        }

        var frame = head.Slice(first, 200);
        var tag = Math.Max(frame.IndexOf("Xing"u8), frame.IndexOf("Info"u8));
        var flags = tag < 0 ? (byte)0 : frame[tag + 7];
        return (flags & 3) == 3 ? first + BinaryPrimitives.ReadUInt32BigEndian(frame[(tag + 12)..]) : null;
    }

    private static int SyncSafe(ReadOnlySpan<byte> bytes) => (bytes[0] << 21) | (bytes[1] << 14) | (bytes[2] << 7) | bytes[3];
}
