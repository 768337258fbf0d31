using System.Runtime.InteropServices;

namespace Earshot.Analysis.Text;

/// <summary>A written form in lower case, in a buffer that has room for a little more than the longest one.</summary>
internal static class WordForm
{
    /// <summary>Letters beyond this are left out of a form.</summary>
    public const int Longest = 64;

    /// <summary>Length of a buffer for forms: the last step of a hash may read past the form.</summary>
    public const int Room = Longest + LettersPerStep;

    private const int LettersPerStep = 4;

    /// <summary>Hash of the first letters of a buffer, four at a step; what stands behind them is cleared. Never zero.</summary>
    public static uint Hash(Span<char> buffer, int length)
    {
        buffer.Slice(length, LettersPerStep).Clear();
        var words = MemoryMarshal.Cast<char, ulong>(buffer[..(length + LettersPerStep - 1)]);
        var hash = (ulong)length;
        foreach (var letters in words)
        {
            hash = (hash ^ letters) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }

        return (uint)(hash ^ (hash >> 32)) | 1;
    }
}
