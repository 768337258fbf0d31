namespace Earshot.Speech.Segments;

/// <summary>Levels and decisions of the last frames.</summary>
internal sealed class FrameHistory
{
    private const int Capacity = 1 << 13;
    private const int Smooth = 5;
    private readonly float[] levels = new float[Capacity];
    private readonly bool[] active = new bool[Capacity];
    private long count;

    /// <summary>True when the last frame counts as speech.</summary>
    public bool IsActive => count > 0 && active[(count - 1) % Capacity];

    public void Add(float level, bool isActive)
    {
        levels[count % Capacity] = level;
        active[count % Capacity] = isActive;
        count++;
    }

    /// <summary>How many of the last frames count as speech.</summary>
    public int ActiveAmong(int frames)
    {
        var found = 0;
        for (var back = 1; back <= frames && back <= count; back++)
        {
            found += active[(count - back) % Capacity] ? 1 : 0;
        }

        return found;
    }

    /// <summary>How many frames ago it was quietest, averaged over a few frames.</summary>
    public int QuietestBack(int frames)
    {
        var (best, quietest) = (Smooth / 2, float.MaxValue);
        for (var back = Smooth; back <= Math.Min(frames, Capacity - Smooth) && back < count; back++)
        {
            var sum = 0f;
            for (var i = 0; i < Smooth; i++)
            {
                sum += levels[(count - back + i) % Capacity];
            }

            (best, quietest) = sum < quietest ? (back - (Smooth / 2), sum) : (best, quietest);
        }

        return best;
    }
}
