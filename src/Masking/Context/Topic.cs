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
