namespace Earshot.Masking.Identifiers;

/// <summary>Shapes of codes that mix capital letters and digits.</summary>
internal static class CodePattern
{
    /// <summary>In the pattern, <c>A</c> is any letter and <c>9</c> any digit.</summary>
    public static bool Matches(ReadOnlySpan<char> code, ReadOnlySpan<char> pattern)
    {
        if (code.Length != pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < code.Length; i++)
        {
            if (char.IsAsciiDigit(code[i]) != (pattern[i] == '9'))
            {
                return false;
            }
        }

        return true;
    }

    public static int Digits(ReadOnlySpan<char> code)
    {
        var count = 0;
        foreach (var letter in code)
        {
            count += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Letters and digits both, at least two digits, of this length.</summary>
    public static bool Mixed(ReadOnlySpan<char> code, int shortest, int longest) =>
        code.Length >= shortest && code.Length <= longest && Digits(code) is var digits and >= 2 && digits < code.Length;

    /// <summary>Outward code A9, A99, AA9, AA99, A9A or AA9A, inward code 9AA (BS 7666).</summary>
    public static bool IsUkPostcode(ReadOnlySpan<char> code)
    {
        if (code.Length is < 5 or > 7 || !Matches(code[^3..], "9AA"))
        {
            return false;
        }

        var outward = code[..^3];
        return Matches(outward, "A9") || Matches(outward, "A99") || Matches(outward, "AA9") || Matches(outward, "AA99")
            || Matches(outward, "A9A") || Matches(outward, "AA9A");
    }
}
