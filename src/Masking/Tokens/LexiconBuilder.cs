using Earshot.Masking.Names;

namespace Earshot.Masking.Tokens;

/// <summary>Collects words from all sources; adding a word again adds to what is known of it.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, int> words;
    private readonly Dictionary<string, int> stems = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordsBySpan;
    // Arrays where lists would do: lists of the library's own types are compiled when a program starts, those of the runtime are not.
    private WordEntry[] entries = new WordEntry[4096];
    private int entryCount = 1;
    private readonly List<string> keys = [string.Empty];
    private int keyLength;
    private int longestStem;

    public LexiconBuilder()
    {
        words = new Dictionary<string, int>(4096, StringComparer.Ordinal);
        wordsBySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Adds a word in any spelling; a trailing <c>*</c> makes it a stem.</summary>
    public int Add(ReadOnlySpan<char> word, WordTraits traits = WordTraits.None, NameTraits names = NameTraits.None)
    {
        var index = word.EndsWith("*") ? EntryOfStem(word[..^1]) : EntryOfWord(word);
        ref var entry = ref entries[index];
        entry.Traits |= traits;
        entry.Names |= names;
        return index;
    }

    /// <summary>Adds a word that stands for a number.</summary>
    public void AddNumber(string word, NumberKind kind, int value, WordTraits traits = WordTraits.None)
    {
        var index = Add(word, traits | WordTraits.Number);
        entries[index].Number = kind;
        entries[index].NumberValue = value;
    }

    public Lexicon Build()
    {
        var pool = new char[keyLength];
        var all = entries[..entryCount];
        var position = 0;
        for (var i = 1; i < all.Length; i++)
        {
            keys[i].CopyTo(pool.AsSpan(position));
            all[i].KeyStart = position;
            all[i].KeyLength = keys[i].Length;
            all[i].Hash = Lexicon.HashOf(keys[i]);
            all[i].Listed = NameTable.Shipped.Find(all[i].Hash);
            position += keys[i].Length;
        }

        var stemTable = Table(stems.Values, all);
        InheritStems(all);
        return new Lexicon(pool, all, Table(words.Values, all), stemTable);
    }

    private static long[] Table(Dictionary<string, int>.ValueCollection indexes, WordEntry[] all)
    {
        var size = 16;
        while (size < indexes.Count * 2)
        {
            size *= 2;
        }

        var table = new long[size];
        foreach (var index in indexes)
        {
            var slot = Lexicon.Slot(all[index].Hash) & (uint)(size - 1);
            while (table[slot] != 0)
            {
                slot = (slot + 1) & (uint)(size - 1);
            }

            table[slot] = Lexicon.Filled(all[index].Hash, index);
        }

        return table;
    }

    // A word, or a longer stem, that begins with a stem is known for both. Short stems come first.
    private void InheritStems(WordEntry[] all)
    {
        var lookup = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= longestStem; length++)
        {
            foreach (var (key, index) in stems)
            {
                if (key.Length == length)
                {
                    Inherit(all, index, key.AsSpan(0, key.Length - 1), lookup, Math.Max(1, key.Length - Lexicon.MaximumEnding));
                }
            }
        }

        foreach (var (key, index) in words)
        {
            Inherit(all, index, key, lookup, Math.Max(1, key.Length - Lexicon.MaximumEnding));
        }
    }

    private static void Inherit(
        WordEntry[] all, int index, ReadOnlySpan<char> key, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, int shortest)
    {
        for (var length = key.Length; length >= shortest; length--)
        {
            if (lookup.TryGetValue(key[..length], out var stem))
            {
                all[index].Stem = stem;
                all[index].Traits |= all[stem].Traits;
                all[index].Names |= all[stem].Names;
                return;
            }
        }
    }

    private int EntryOfStem(ReadOnlySpan<char> stem)
    {
        var key = FoldText.Of(stem);
        longestStem = Math.Max(longestStem, key.Length);
        return Entry(stems, key);
    }

    private int EntryOfWord(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[word.Length <= 64 ? word.Length : 0];
        if (word.Length <= 64 && FoldText.TryFold(word, folded) && wordsBySpan.TryGetValue(folded, out var known))
        {
            return known;
        }

        return Entry(words, FoldText.Of(word));
    }

    private int Entry(Dictionary<string, int> table, string key)
    {
        if (!table.TryGetValue(key, out var index))
        {
            index = entryCount++;
            if (index == entries.Length)
            {
                Array.Resize(ref entries, index * 2);
            }

            keys.Add(key);
            keyLength += key.Length;
            table.Add(key, index);
        }

        return index;
    }
}
