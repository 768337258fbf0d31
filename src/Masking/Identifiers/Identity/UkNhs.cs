namespace Earshot.Masking.Identifiers.Identity;

/// <summary>NHS number: ten digits, modulo 11.</summary>
/// <remarks>Source: NHS Data Dictionary, NHS NUMBER.</remarks>
internal sealed class UkNhs() : IdentifierRecogniser("uk-nhs", PersonalDataType.Document,
    """
    nhs; nhs number; n h s number; health number
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10];

    protected override (int Shortest, int Longest) Part => (3, 10);

    protected override bool Check(ReadOnlySpan<char> digits)
    {
        var check = 11 - (Checksums.Weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
        return (check == 11 ? 0 : check) == digits[9] - '0';
    }
}
