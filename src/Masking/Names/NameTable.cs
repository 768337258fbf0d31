using System.Reflection;
using System.Runtime.InteropServices;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>
/// All forms of all known names in one open-addressing hash table of fingerprints, compiled ahead of time
/// (<c>bench/NameTagger</c>) and read in place. Holds no names, so a false hit is possible: one word in twenty thousand
/// that is no name may be taken for one.
/// </summary>
internal sealed class NameTable
{
    private const int HeaderInts = 4;
    private readonly byte[] data;
    private readonly int size;
    private readonly int classes;

    private NameTable(byte[] data)
    {
        this.data = data;
        var header = MemoryMarshal.Cast<byte, int>(data.AsSpan());
        size = header[1];
        classes = header[2];
    }

    /// <summary>The table that ships with the library.</summary>
    public static NameTable Shipped { get; } = new(ReadResource("names.bin"));

    /// <summary>What is known of a folded word; nothing when it is no name.</summary>
    public NameTraits Find(ReadOnlySpan<char> folded) => Find(Lexicon.HashOf(folded));

    /// <summary>The same with the hash of the word known.</summary>
    public NameTraits Find(uint hash)
    {
        hash = hash == 0 ? 1 : hash;
        var fingerprints = MemoryMarshal.Cast<byte, uint>(data.AsSpan((HeaderInts * 4) + (classes * 8), size * 4));
        var mask = (uint)size - 1;
        for (var slot = Lexicon.Slot(hash) & mask; fingerprints[(int)slot] != 0; slot = (slot + 1) & mask)
        {
            if (fingerprints[(int)slot] == hash)
            {
                return ClassAt((int)slot);
            }
        }

        return NameTraits.None;
    }

    /// <summary>Writes a table; used by the compiler of the lists.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, NameTraits> words)
    {
        var slots = 1024;
        while (slots * 0.75 < words.Count)
        {
            slots *= 2;
        }

        var kinds = words.Values.Distinct().Order().ToArray();
        var bytes = new byte[(HeaderInts * 4) + (kinds.Length * 8) + (slots * 4) + (slots * 2)];
        var header = MemoryMarshal.Cast<byte, int>(bytes.AsSpan());
        (header[0], header[1], header[2], header[3]) = (1, slots, kinds.Length, words.Count);
        kinds.CopyTo(MemoryMarshal.Cast<byte, NameTraits>(bytes.AsSpan(HeaderInts * 4, kinds.Length * 8)));
        var table = new NameTable(bytes);
        foreach (var (word, traits) in words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Put(word, (ushort)Array.BinarySearch(kinds, traits));
        }

        return bytes;
    }

    /// <summary>A resource of this library.</summary>
    internal static byte[] ReadResource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Earshot.Masking.Names." + name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void Put(string word, ushort kind)
    {
        var hash = Lexicon.HashOf(word);
        hash = hash == 0 ? 1 : hash;
        var fingerprints = MemoryMarshal.Cast<byte, uint>(data.AsSpan((HeaderInts * 4) + (classes * 8), size * 4));
        var mask = (uint)size - 1;
        var slot = Lexicon.Slot(hash) & mask;
        while (fingerprints[(int)slot] != 0 && fingerprints[(int)slot] != hash)
        {
            slot = (slot + 1) & mask;
        }

        fingerprints[(int)slot] = hash;
        MemoryMarshal.Cast<byte, ushort>(data.AsSpan((HeaderInts * 4) + (classes * 8) + (size * 4)))[(int)slot] = kind;
    }

    private NameTraits ClassAt(int slot)
    {
        var kind = MemoryMarshal.Cast<byte, ushort>(data.AsSpan((HeaderInts * 4) + (classes * 8) + (size * 4)))[slot];
        return MemoryMarshal.Cast<byte, NameTraits>(data.AsSpan(HeaderInts * 4, classes * 8))[kind];
    }
}
