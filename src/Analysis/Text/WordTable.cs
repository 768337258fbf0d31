using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Earshot.Analysis.Text;

/// <summary>
/// From a written form to its words: an open-addressing table that readers search without a lock. It grows up to a bound and
/// then stays as it is. Words are numbered in the order in which they came, those of one form one after the other.
/// </summary>
internal sealed class WordTable
{
    // Beyond this, forms are worked out each time: a hostile transcript must not grow the memory without end.
    private const int MostForms = 200_000;

    private readonly Lock gate = new();
    private Slots slots = new(1 << 12, 1 << 15);
    private Word[] words = new Word[1 << 12];
    private int[] starts = new int[1 << 12];
    private ulong[] masks = new ulong[1 << 12];
    private int formCount;
    private int wordCount;

    public Word this[int number] => Volatile.Read(ref words)[number];

    /// <summary>The only place of the automaton to which a word leads, by number: 0 is none, -1 several.</summary>
    public int[] Starts => Volatile.Read(ref starts);

    /// <summary>Bits of the terms of a word, by number.</summary>
    public ulong[] Masks => Volatile.Read(ref masks);

    /// <summary>Number of the first word of a form, and how many there are; none when the form is not known.</summary>
    public (int First, int Count) Find(ReadOnlySpan<char> form, uint hash) => Volatile.Read(ref slots).Find(form, hash);

    /// <summary>The same for a form of fewer letters than a block has, filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Count) Find(Vector256<ushort> form, uint hash) => Volatile.Read(ref slots).Find(form, hash);

    /// <summary>Remembers a form; none when there is no more room.</summary>
    public (int First, int Count) Add(ReadOnlySpan<char> form, uint hash, Word[] found)
    {
        lock (gate)
        {
            if (slots.Find(form, hash) is { Count: > 0 } known)
            {
                return known;
            }

            if (formCount >= MostForms)
            {
                return default;
            }

            if (++formCount * 2 > slots.Size || !slots.HasRoom(form))
            {
                Volatile.Write(ref slots, slots.Larger());
            }

            var first = AddWords(found);
            slots.Place(form, hash, first, found.Length);
            return (first, found.Length);
        }
    }

    // The words first: who sees the form sees its words.
    private int AddWords(Word[] found)
    {
        if (wordCount + found.Length > words.Length)
        {
            Grow();
        }

        var first = wordCount;
        foreach (var word in found)
        {
            starts[wordCount] = word.Starts.Length switch { 0 => 0, 1 => word.Starts[0], _ => -1 };
            masks[wordCount] = word.Mask;
            words[wordCount++] = word;
        }

        return first;
    }

    private void Grow()
    {
        var (moreWords, moreStarts, moreMasks) = (words, starts, masks);
        Array.Resize(ref moreWords, words.Length * 4);
        Array.Resize(ref moreStarts, starts.Length * 4);
        Array.Resize(ref moreMasks, masks.Length * 4);
        Volatile.Write(ref words, moreWords);
        Volatile.Write(ref starts, moreStarts);
        Volatile.Write(ref masks, moreMasks);
    }

    private struct Slot
    {
        public uint Hash;
        public int Form;
        public int First;
        public short Length;
        public short Count;
    }

    // A slot and the letters of its form: two lines of the cache for a search. A hash is never zero: zero is an empty slot.
    private sealed class Slots(int size, int letterCount)
    {
        private readonly Slot[] table = new Slot[size];
        private readonly char[] letters = new char[letterCount];
        private int used;

        public int Size => table.Length;

        // A form is filled up with zeros to whole blocks.
        private static int RoomOf(ReadOnlySpan<char> form) => (form.Length + PlainWord.Block - 1) & -PlainWord.Block;

        // The last bit of a hash is always set.
        private static int Home(uint hash) => (int)(hash >> 1);

        public bool HasRoom(ReadOnlySpan<char> form) => used + RoomOf(form) <= letters.Length;

        public (int First, int Count) Find(ReadOnlySpan<char> form, uint hash)
        {
            var (known, mask) = (table, table.Length - 1);
            for (var at = Home(hash) & mask; ; at = (at + 1) & mask)
            {
                ref var slot = ref known[at];
                var found = Volatile.Read(ref slot.Hash);
                if (found == hash && form.SequenceEqual(letters.AsSpan(slot.Form, slot.Length)))
                {
                    return (slot.First, slot.Count);
                }

                if (found == 0)
                {
                    return default;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (int First, int Count) Find(Vector256<ushort> form, uint hash)
        {
            var (known, mask) = (table, table.Length - 1);
            for (var at = Home(hash) & mask; ; at = (at + 1) & mask)
            {
                ref var slot = ref known[at];
                var found = Volatile.Read(ref slot.Hash);
                if (found == hash && Vector256.Create(MemoryMarshal.Cast<char, ushort>(letters.AsSpan(slot.Form, PlainWord.Block))) == form)
                {
                    return (slot.First, slot.Count);
                }

                if (found == 0)
                {
                    return default;
                }
            }
        }

        public void Place(ReadOnlySpan<char> form, uint hash, int first, int count)
        {
            form.CopyTo(letters.AsSpan(used));
            Place(new Slot { Hash = hash, Form = used, First = first, Length = (short)form.Length, Count = (short)count });
            used += RoomOf(form);
        }

        public Slots Larger()
        {
            var larger = new Slots(table.Length * 4, letters.Length * 4);
            letters.AsSpan(0, used).CopyTo(larger.letters);
            larger.used = used;
            foreach (var slot in table)
            {
                if (slot.Hash > 0)
                {
                    larger.Place(slot);
                }
            }

            return larger;
        }

        // The hash last: who sees it sees the rest.
        private void Place(Slot placed)
        {
            var at = Home(placed.Hash) & (table.Length - 1);
            while (table[at].Hash > 0)
            {
                at = (at + 1) & (table.Length - 1);
            }

            ref var slot = ref table[at];
            slot = placed with { Hash = 0 };
            Volatile.Write(ref slot.Hash, placed.Hash);
        }
    }
}
