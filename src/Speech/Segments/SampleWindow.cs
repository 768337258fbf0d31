namespace Earshot.Speech.Segments;

/// <summary>The part of a channel that is still needed, addressed by position in the recording.</summary>
internal sealed class SampleWindow
{
    private float[] samples = new float[1 << 16];
    private int length;

    /// <summary>Position of the first sample that is still here.</summary>
    public long Begin { get; private set; }

    /// <summary>Position after the last sample.</summary>
    public long End => Begin + length;

    public void Append(ReadOnlySpan<float> more)
    {
        if (length + more.Length > samples.Length)
        {
            Array.Resize(ref samples, Math.Max(samples.Length * 2, length + more.Length));
        }

        more.CopyTo(samples.AsSpan(length));
        length += more.Length;
    }

    public ReadOnlySpan<float> Slice(long from, long to)
    {
        var start = (int)Math.Clamp(from - Begin, 0, length);
        var end = (int)Math.Clamp(to - Begin, start, length);
        return samples.AsSpan(start, end - start);
    }

    /// <summary>Forgets what lies before a position; the place is wiped by what moves into it.</summary>
    public void DropBefore(long position)
    {
        var drop = (int)Math.Clamp(position - Begin, 0, length);
        if (drop < samples.Length / 4)
        {
            return;
        }

        samples.AsSpan(drop, length - drop).CopyTo(samples);
        length -= drop;
        Begin += drop;
    }
}
