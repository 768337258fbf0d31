using System.Runtime.InteropServices;

namespace Earshot.Masking.Context;

/// <summary>A phrase that tells what a number is, where it stands, and for which rule it speaks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TopicMention(int First, int Last, int Topic);

/// <summary>All mentions of a call, in order.</summary>
internal sealed class TopicList
{
    private TopicMention[] items = new TopicMention[64];

    public int Count { get; private set; }

    public ReadOnlySpan<TopicMention> Items => items.AsSpan(0, Count);

    /// <summary>Mentions that begin at this token or later.</summary>
    public ReadOnlySpan<TopicMention> From(int token)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = items[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return items.AsSpan(low, Count - low);
    }

    public void Add(in TopicMention mention)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        items[Count++] = mention;
    }

    public void Wipe() => Count = 0;
}
