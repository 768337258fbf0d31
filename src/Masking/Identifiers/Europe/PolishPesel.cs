namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Polish PESEL (eleven digits) and NIP (ten), weighted sums.</summary>
/// <remarks>Source: Act on population registration of 24 September 2010.</remarks>
internal sealed class PolishPesel() : IdentifierRecogniser("pl-pesel", PersonalDataType.Document,
    """
    pesel; nip; numer pesel; regon; dowod osobisty; numer dowodu; dowodu
    """)
{
    protected override ReadOnlySpan<int> Lengths => [11, 10];

    protected override (int Shortest, int Longest) Part => (5, 14);

    public override bool TakesLetters => true;

    protected override bool Check(ReadOnlySpan<char> digits) => digits.Length == 11
        ? (10 - (Checksums.Weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 == digits[10] - '0'
            && Checksums.Value(digits.Slice(4, 2)) is >= 1 and <= 31
        : Checksums.Weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9] - '0';

    protected override float Alone => 0.45f;
}
