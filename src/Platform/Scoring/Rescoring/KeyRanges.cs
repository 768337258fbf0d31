using System.Buffers.Binary;

namespace Earshot.Platform.Scoring.Rescoring;

/// <summary>Cuts the ids of calls, which begin with their time, into ranges that workers take one by one.</summary>
internal static class KeyRanges
{
    /// <param name="first">The smallest id.</param>
    /// <param name="last">The largest id, which is included.</param>
    /// <param name="count">How many ranges.</param>
    /// <returns>From (included) and to (excluded; null: no end).</returns>
    public static IReadOnlyList<(Guid From, Guid? To)> Cut(Guid first, Guid last, int count)
    {
        var (from, to) = (TimeOf(first), TimeOf(last));
        var cuts = Enumerable.Range(1, count - 1).Select(i => from + ((to - from) * i / count)).Distinct().Where(cut => cut > from).Select(IdAt).ToArray();
        return [.. cuts.Prepend(first).Zip(cuts.Select(cut => (Guid?)cut).Append(null))];
    }

    private static long TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16;
    }

    private static Guid IdAt(long time)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, time << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
