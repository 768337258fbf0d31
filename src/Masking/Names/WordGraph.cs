using System.Runtime.InteropServices;

namespace Earshot.Masking.Names;

/// <summary>
/// The ordinary words of a language as a minimal acyclic automaton: exact, about one byte per word, read in place.
/// Tells "неуверенности" from a surname that no list knows.
/// </summary>
internal sealed class WordGraph
{
    // An edge: 8 bits letter, 1 bit last edge of its state, 1 bit end of a word, 22 bits first edge of the next state.
    private const uint LastEdge = 1u << 8;
    private const uint WordEnd = 1u << 9;
    private const int TargetShift = 10;
    private const int Letters = 72;
    private readonly byte[] data;

    private readonly uint[] beginnings = new uint[Letters * Letters];

    private WordGraph(byte[] data)
    {
        this.data = data;
        IndexBeginnings(MemoryMarshal.Cast<byte, uint>(data));
    }

    /// <summary>Ordinary Russian words in all their forms.</summary>
    public static WordGraph Russian { get; } = new(NameTable.ReadResource("words-ru.bin"));

    /// <summary>Ordinary English words.</summary>
    public static WordGraph English { get; } = new(NameTable.ReadResource("words-en.bin"));

    /// <summary>True when the folded word is an ordinary word of the language.</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        var edges = MemoryMarshal.Cast<byte, uint>(data);
        var (at, start) = word.Length > 2 ? (beginnings[(Code(word[0]) * Letters) + Code(word[1])], 2) : (edges[0], 0);
        for (var i = start; i < word.Length; i++)
        {
            if (at == 0 || !TryStep(edges, Code(word[i]), ref at, out var ends))
            {
                return false;
            }

            if (i == word.Length - 1)
            {
                return ends;
            }
        }

        return false;
    }

    // The states that two letters lead to: the first states are the widest.
    private void IndexBeginnings(ReadOnlySpan<uint> edges)
    {
        for (var first = edges.Length > 0 ? (int)edges[0] : 0; first > 0; first = IsLast(edges[first]) ? 0 : first + 1)
        {
            for (var second = (int)(edges[first] >> TargetShift); second > 0; second = IsLast(edges[second]) ? 0 : second + 1)
            {
                beginnings[((edges[first] & 0xFF) * Letters) + (edges[second] & 0xFF)] = edges[second] >> TargetShift;
            }
        }
    }

    private static bool IsLast(uint edge) => (edge & LastEdge) != 0;

    /// <summary>Writes a graph; used by the compiler of the lists.</summary>
    public static byte[] Write(IEnumerable<string> sortedWords)
    {
        var builder = new WordGraphBuilder();
        foreach (var word in sortedWords)
        {
            builder.Add(word);
        }

        return MemoryMarshal.AsBytes(builder.Build().AsSpan()).ToArray();
    }

    internal static uint Code(char letter) => letter switch
    {
        >= 'а' and <= 'я' => (uint)(letter - 'а') + 1,
        >= 'a' and <= 'z' => (uint)(letter - 'a') + 40,
        '-' => 70,
        '\'' => 71,
        _ => 0,
    };

    internal static uint Edge(uint letter, bool last, bool ends, uint target) =>
        letter | (last ? LastEdge : 0) | (ends ? WordEnd : 0) | (target << TargetShift);

    private static bool TryStep(ReadOnlySpan<uint> edges, uint letter, ref uint at, out bool ends)
    {
        for (var i = (int)at; ; i++)
        {
            var edge = edges[i];
            if ((edge & 0xFF) == letter)
            {
                at = edge >> TargetShift;
                ends = (edge & WordEnd) != 0;
                return true;
            }

            if ((edge & LastEdge) != 0)
            {
                ends = false;
                return false;
            }
        }
    }
}
