using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Earshot.Masking.Names;

namespace Earshot.Masking.Tokens;

/// <summary>What is known of a word or of a stem.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct WordEntry
{
    public int KeyStart;
    public int KeyLength;
    public uint Hash;

    /// <summary>Entry of the stem that the word begins with; 0 when there is none.</summary>
    public int Stem;
    public int NumberValue;
    public NumberKind Number;
    public WordTraits Traits;
    public NameTraits Names;

    /// <summary>What the table of names says of the key itself.</summary>
    public NameTraits Listed;
}

/// <summary>
/// All words that recognisers know, in one hash table, so that a token costs one lookup however many recognisers
/// there are. Stems match words that go on for up to <see cref="MaximumEnding"/> letters.
/// </summary>
internal sealed class Lexicon
{
    public const int MaximumEnding = 5;

    private readonly char[] keys;
    private readonly WordEntry[] entries;
    private readonly long[] words;
    private readonly long[] stems;
    private readonly bool[] stemBeginnings = new bool[1 << 12];

    internal Lexicon(char[] keys, WordEntry[] entries, long[] words, long[] stems)
    {
        this.keys = keys;
        this.entries = entries;
        this.words = words;
        this.stems = stems;
        foreach (var stem in stems)
        {
            if (stem != 0)
            {
                stemBeginnings[Beginning(Key((int)stem))] = true;
            }
        }
    }

    public int Count => entries.Length;

    public ref readonly WordEntry this[int word] => ref entries[word];

    /// <summary>Entry of a folded word: itself, else the longest stem that it begins with, else 0.</summary>
    public int Find(ReadOnlySpan<char> folded) => Find(folded, HashOf(folded));

    /// <summary>The same with the hash known.</summary>
    public int Find(ReadOnlySpan<char> folded, uint hash)
    {
        var word = Probe(words, hash, folded);
        return word != 0 || !stemBeginnings[Beginning(folded)] ? word : FindStem(folded);
    }

    // Nearly all stems are Russian or Arabic: English words need not be cut.
    private static int Beginning(ReadOnlySpan<char> word) => word.Length == 0 ? 0 : ((word[0] * 31) + (word.Length > 1 ? word[1] : 0)) & ((1 << 12) - 1);

    private int FindStem(ReadOnlySpan<char> folded)
    {
        var from = Math.Max(1, folded.Length - MaximumEnding);
        var hash = HashOf(folded[..(from - 1)]);
        var stem = 0;
        for (var length = from; length <= folded.Length; length++)
        {
            hash = HashNext(hash, folded[length - 1]);
            var longer = Probe(stems, hash, folded[..length]);
            stem = longer != 0 ? longer : stem;
        }

        return stem;
    }

    public ReadOnlySpan<char> Key(int word) => keys.AsSpan(entries[word].KeyStart, entries[word].KeyLength);

    internal const uint HashStart = 2166136261;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint HashNext(uint hash, char next) => (hash ^ next) * 16777619;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Slot(uint hash) => hash ^ (hash >> 15);

    internal static uint HashOf(ReadOnlySpan<char> key)
    {
        var hash = HashStart;
        foreach (var letter in key)
        {
            hash = HashNext(hash, letter);
        }

        return hash;
    }

    // A slot: the hash in the upper half, the entry in the lower; zero is an empty slot.
    internal static long Filled(uint hash, int entry) => ((long)hash << 32) | (uint)entry;

    private int Probe(long[] table, uint hash, ReadOnlySpan<char> key)
    {
        var mask = (uint)table.Length - 1;
        for (var slot = Slot(hash) & mask; ; slot = (slot + 1) & mask)
        {
            var filled = table[slot];
            if (filled == 0 || ((uint)(filled >> 32) == hash && Key((int)filled).SequenceEqual(key)))
            {
                return (int)filled;
            }
        }
    }
}
