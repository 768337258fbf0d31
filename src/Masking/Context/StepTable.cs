namespace Earshot.Masking.Context;

/// <summary>Steps of a tree of phrases, from a node by a word to the next node, in one open-addressing table.</summary>
internal sealed class StepTable
{
    private long[] keys = new long[256];
    private int[] values = new int[256];
    private int count;

    // A bit for each word that leads on from a node, several words may share one: most words lead nowhere.
    private ulong[] onward = new ulong[256];

    // The first steps of all, by word: nearly every look-up is one of these.
    private int[] firsts = new int[256];

    /// <summary>The next node, or 0 when there is no such step.</summary>
    public int Next(int node, int word)
    {
        if (node == 0)
        {
            return word < firsts.Length ? firsts[word] : 0;
        }

        if (node >= onward.Length || (onward[node] & Bit(word)) == 0)
        {
            return 0;
        }

        var key = Key(node, word);
        for (var slot = Slot(key); ; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == key)
            {
                return values[slot];
            }

            if (keys[slot] == 0)
            {
                return 0;
            }
        }
    }

    public void Add(int node, int word, int next)
    {
        if (node == 0)
        {
            AddFirst(word, next);
            return;
        }

        if (++count * 2 > keys.Length)
        {
            Grow();
        }

        if (node >= onward.Length)
        {
            Array.Resize(ref onward, node * 2);
        }

        onward[node] |= Bit(word);
        Put(Key(node, word), next);
    }

    private void AddFirst(int word, int next)
    {
        if (word >= firsts.Length)
        {
            Array.Resize(ref firsts, word * 2);
        }

        firsts[word] = next;
    }

    private static ulong Bit(int word) => 1UL << (word & 63);

    // Entry 0 of the lexicon is no word, so no key is 0.
    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private int Slot(long key) => (int)((ulong)(key * -7046029254386353131) >> 40) & (keys.Length - 1);

    private void Put(long key, int next)
    {
        var slot = Slot(key);
        while (keys[slot] != 0)
        {
            slot = (slot + 1) & (keys.Length - 1);
        }

        (keys[slot], values[slot]) = (key, next);
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        (keys, values) = (new long[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != 0)
            {
                Put(oldKeys[i], oldValues[i]);
            }
        }
    }
}
