using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Earshot.Analysis.Text;

/// <summary>
/// A run of Latin and Russian letters, read and brought to lower case sixteen letters at a step. Nearly all words of calls are
/// such; whatever else a word may be made of is left to <see cref="Tokenizer"/>.
/// </summary>
internal static class PlainWord
{
    /// <summary>Letters that are read at a step. A word is shorter.</summary>
    public const int Block = WordForm.LettersPerStep;

    private const ushort CaseBit = 0x20;
    private const ushort LatinLetters = 26;
    private const ushort RussianLetters = 64;
    private const ushort RussianCapitals = 32;

    /// <summary>Number of letters at the beginning of a block; after them the lower-case form is filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<char> block, out Vector256<ushort> form)
    {
        var letters = Vector256.Create(MemoryMarshal.Cast<char, ushort>(block));
        var lower = letters | Vector256.Create(CaseBit);
        var isLatin = Vector256.LessThan(lower - Vector256.Create((ushort)'a'), Vector256.Create(LatinLetters));
        var fromA = letters - Vector256.Create((ushort)'А');
        var isRussian = Vector256.LessThan(fromA, Vector256.Create(RussianLetters));
        var russian = letters + (Vector256.LessThan(fromA, Vector256.Create(RussianCapitals)) & Vector256.Create(CaseBit));
        var length = BitOperations.TrailingZeroCount(~(isLatin | isRussian).ExtractMostSignificantBits());
        form = Vector256.ConditionalSelect(isLatin, lower, russian) & Vector256.LessThan(Vector256<ushort>.Indices, Vector256.Create((ushort)length));
        return Math.Min(length, Block);
    }
}
