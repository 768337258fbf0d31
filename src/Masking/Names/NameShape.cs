using System.Runtime.InteropServices;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Names;

/// <summary>
/// A linear model over runs of letters, trained by this project, that says whether a word of no list is shaped like the name of a person
/// or like a word of its language. Asked for such words alone. See docs/masking-model-card.md.
/// </summary>
internal sealed class NameShape
{
    /// <summary>Number of weights; runs of letters are hashed into them, Arabic into the first two thirds.</summary>
    public const int Size = 3 << 15;

    /// <summary>Runs of one word at most.</summary>
    public const int Most = 128;

    /// <summary>Weights are stored as whole numbers of this fraction.</summary>
    public const float Step = 1 / 32f;

    /// <summary>From here an Arabic word that nothing announces may be a name.</summary>
    public const float Bare = 1.25f;

    /// <summary>The same after a phrase or a word that a name may follow.</summary>
    public const float Invited = -3f;

    private const int Shortest = 2;
    private const int Longest = 5;
    private const int LongestWord = 30;

    private readonly byte[] weights;

    public NameShape(byte[] weights) => this.weights = weights;

    /// <summary>The model file.</summary>
    public byte[] Weights => weights;

    /// <summary>The model that ships with the library.</summary>
    public static NameShape Shipped { get; } = new(NameTable.ReadResource("shapes.bin"));

    /// <summary>Above zero: shaped like a name. Logarithm of the odds.</summary>
    public float Of(ReadOnlySpan<char> folded)
    {
        var table = MemoryMarshal.Cast<byte, sbyte>(weights);
        if (table.Length != Size || !Reads(folded))
        {
            return 0;
        }

        Span<int> places = stackalloc int[Most];
        var sum = 0;
        foreach (var place in Places(folded, places))
        {
            sum += table[place];
        }

        return sum * Step;
    }

    /// <summary>True for words in a script that the model was trained for.</summary>
    public static bool Reads(ReadOnlySpan<char> folded) => Room(folded).Length > 0;

    // Which part of the table the script of the word has.
    private static (int Start, int Length) Room(ReadOnlySpan<char> folded) => folded.Length == 0 ? (0, 0) : folded[0] switch
    {
        >= 'ء' and <= 'ي' => (0, 1 << 16),
        >= 'a' and <= 'z' => (1 << 16, 1 << 15),
        _ => (0, 0),
    };

    /// <summary>Every run of two to five letters, with the ends of the word as letters, as places in the table.</summary>
    public static ReadOnlySpan<int> Places(ReadOnlySpan<char> folded, Span<int> places)
    {
        var word = folded[..Math.Min(folded.Length, LongestWord)];
        var (room, size) = Room(folded);
        var count = 1;
        places[0] = room;
        for (var start = -1; start < word.Length; start++)
        {
            var hash = Lexicon.HashStart;
            for (var length = 1; length <= Longest && start + length <= word.Length + 1; length++)
            {
                var at = start + length - 1;
                hash = Lexicon.HashNext(hash, at < 0 ? '<' : at == word.Length ? '>' : word[at]);
                if (length >= Shortest)
                {
                    places[count++] = room + (int)((hash ^ (hash >> 15)) & (size - 1));
                }
            }
        }

        return places[..count];
    }
}
