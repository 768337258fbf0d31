namespace Earshot.Masking.Identifiers.Russia;

/// <summary>INN, taxpayer number: ten digits of an organization, twelve of a person.</summary>
/// <remarks>Source: Order of the Federal Tax Service No. ED-7-14/559@, weighted sums modulo 11 modulo 10.</remarks>
internal sealed class Inn() : IdentifierRecogniser("ru-inn", PersonalDataType.Document,
    """
    инн; и н н; идентификационн* номер* налогоплательщик*; номер* налогоплательщик*; налогов* номер*; inn number
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10, 12];

    protected override (int Shortest, int Longest) Part => (4, 12);

    protected override float Alone => 0.58f;

    protected override bool Check(ReadOnlySpan<char> digits) => digits.Length == 10
        ? Checksums.Weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[9] - '0'
        : Checksums.Weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[10] - '0'
            && Checksums.Weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == digits[11] - '0';
}
