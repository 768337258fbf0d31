namespace Earshot.Analysis.Text;

/// <summary>
/// From a written form to its words: an open-addressing table that readers search without a lock. It grows up to a bound and
/// then stays as it is.
/// </summary>
internal sealed class FormTable
{
    // Beyond this, forms are worked out each time: a hostile transcript must not grow the memory without end.
    private const int MostForms = 200_000;

    private readonly Lock gate = new();
    private Entry?[] slots = new Entry?[1 << 12];
    private int count;

    public static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u;
        foreach (var letter in form)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    public Word[]? Find(ReadOnlySpan<char> form, uint hash)
    {
        var table = Volatile.Read(ref slots);
        for (var slot = hash & (table.Length - 1); table[slot] is { } entry; slot = (slot + 1) & (table.Length - 1))
        {
            if (entry.Hash == hash && form.SequenceEqual(entry.Form))
            {
                return entry.Words;
            }
        }

        return null;
    }

    public void Add(string form, uint hash, Word[] words)
    {
        lock (gate)
        {
            if (count >= MostForms || Find(form, hash) is not null)
            {
                return;
            }

            if (++count * 2 > slots.Length)
            {
                Grow();
            }

            Place(slots, new Entry(hash, form, words));
        }
    }

    private static void Place(Entry?[] table, Entry entry)
    {
        var slot = entry.Hash & (table.Length - 1);
        while (table[slot] is not null)
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        Volatile.Write(ref table[slot], entry);
    }

    private void Grow()
    {
        var larger = new Entry?[slots.Length * 4];
        foreach (var entry in slots)
        {
            if (entry is not null)
            {
                Place(larger, entry);
            }
        }

        Volatile.Write(ref slots, larger);
    }

    private sealed record Entry(uint Hash, string Form, Word[] Words);
}
