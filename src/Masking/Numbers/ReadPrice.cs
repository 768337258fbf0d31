namespace Earshot.Masking.Numbers;

/// <summary>Tells a price that Russian says without "thousand" from an identifier: "девятнадцать четыреста", "пять девятьсот".</summary>
internal static class ReadPrice
{
    /// <summary>Two spoken numbers, the second a round hundred; "восемь девятьсот" begins a telephone number.</summary>
    public static bool Is(in NumberRun run, ReadOnlySpan<char> digits) =>
        (run.Groups == 2 && run.Is(NumberForm.Spoken) && !run.Is(NumberForm.Plus) && run.GroupLength(1) == 3 && digits.Length <= 6
        && digits is [not '0', .., not '0', '0', '0'] && digits is not ['7' or '8', '9', '0', '0']) || IsPair(run, digits);

    // "двенадцать триста и восемь девятьсот".
    private static bool IsPair(in NumberRun run, ReadOnlySpan<char> digits)
    {
        if (run.Groups != 4 || !run.Is(NumberForm.Spoken) || run.Is(NumberForm.Plus) || run.GroupLength(1) != 3 || run.GroupLength(3) != 3 || digits.Length > 10)
        {
            return false;
        }

        var second = run.GroupLength(0) + 3;
        return second + run.GroupLength(2) + 3 == digits.Length && digits[..second].EndsWith("00") && digits.EndsWith("00") && digits is not ['7' or '8', '9', ..];
    }
}
