using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Earshot.Analysis.Text;

/// <summary>A written form in lower case, in a buffer that has room for a little more than the longest one.</summary>
internal static class WordForm
{
    /// <summary>Letters beyond this are left out of a form.</summary>
    public const int Longest = 64;

    /// <summary>Length of a buffer for forms: the last step of a hash may read past the form.</summary>
    public const int Room = Longest + LettersPerStep;

    /// <summary>Letters that a hash takes at a step.</summary>
    public const int LettersPerStep = 16;

    /// <summary>Hash of the first letters of a buffer; what stands behind them is cleared. Never zero.</summary>
    public static uint Hash(Span<char> buffer, int length)
    {
        buffer.Slice(length, LettersPerStep).Clear();
        var hash = (ulong)length;
        for (var at = 0; at < length; at += LettersPerStep)
        {
            hash = Mix(hash, Vector256.Create(MemoryMarshal.Cast<char, ushort>(buffer.Slice(at, LettersPerStep))));
        }

        return Finish(hash);
    }

    /// <summary>The same for a form of one step, filled up with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(Vector256<ushort> letters, int length) => Finish(Mix((ulong)length, letters));

    // Four products that wait for nothing but their letters.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, Vector256<ushort> letters)
    {
        var four = letters.AsUInt64();
        return ((hash ^ four[0]) * 0x9E3779B97F4A7C15UL) ^ (four[1] * 0xC2B2AE3D27D4EB4FUL) ^ BitOperations.RotateLeft(four[2] * 0xD6E8FEB86659FD93UL, 17)
            ^ BitOperations.RotateLeft(four[3] * 0xA0761D6478BD642FUL, 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return (uint)(hash >> 32) | 1;
    }
}
