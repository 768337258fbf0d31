namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Romanian CNP: thirteen digits, weighted modulo 11.</summary>
/// <remarks>Source: Law 105/1996.</remarks>
internal sealed class RomanianCnp() : IdentifierRecogniser("ro-cnp", PersonalDataType.Document,
    """
    cnp; cod numeric personal; codul numeric personal; cui; buletin
    """)
{
    protected override ReadOnlySpan<int> Lengths => [13];

    protected override (int Shortest, int Longest) Part => (5, 13);

    protected override bool Check(ReadOnlySpan<char> digits)
    {
        var check = Checksums.Weighted(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
        return digits[0] is >= '1' and <= '8' && (check == 10 ? 1 : check) == digits[12] - '0';
    }

    protected override float Alone => 0.55f;
}
