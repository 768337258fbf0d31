namespace Earshot.Masking.Identifiers;

/// <summary>Check digits that several documents share.</summary>
internal static class Checksums
{
    /// <summary>Luhn, ISO/IEC 7812-1 annex B.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            sum += (i & 1) == 0 ? value : value > 4 ? (value * 2) - 9 : value * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>Sum of digits by weight.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>Remainder of a long number, letters counted as 10 to 35, ISO 7064.</summary>
    public static int Remainder(ReadOnlySpan<char> code, int modulus)
    {
        var rest = 0;
        foreach (var letter in code)
        {
            rest = letter is >= '0' and <= '9'
                ? ((rest * 10) + letter - '0') % modulus
                : letter is >= 'A' and <= 'Z' ? ((rest * 100) + letter - 'A' + 10) % modulus : rest;
        }

        return rest;
    }

    /// <summary>ISO 7064 mod 11,10, as German tax and Croatian numbers have it.</summary>
    public static bool Mod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var sum = (digits[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[^1] - '0';
    }

    /// <summary>Value of a short run of digits.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }

    /// <summary>True when all digits are the same: no document has such a number.</summary>
    public static bool IsOneDigit(ReadOnlySpan<char> digits) => digits.Length > 0 && digits.TrimStart(digits[0]).IsEmpty;
}
