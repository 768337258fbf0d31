namespace Earshot.Masking.Identifiers.Russia;

/// <summary>SNILS, insurance number of an individual account: nine digits and a check number.</summary>
/// <remarks>Source: Order of the Pension Fund board No. 192p, check number by weights 9 to 1, modulo 101.</remarks>
internal sealed class Snils() : IdentifierRecogniser("ru-snils", PersonalDataType.Document,
    """
    снилс*; страхов* номер*; номер* страхов*; страхов* свидетельств*; пенсионн* страхов*; пенсионн* свидетельств*; snils
    """)
{
    protected override ReadOnlySpan<int> Lengths => [11];

    protected override (int Shortest, int Longest) Part => (3, 11);

    protected override float Alone => 0.62f;

    protected override bool Check(ReadOnlySpan<char> digits)
    {
        var sum = Checksums.Weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
        return (sum == 100 ? 0 : sum) == Checksums.Value(digits[9..]);
    }

    // Eleven digits that begin with 7 or 8 are a telephone number first.
    public override float Judge(in NumberQuestion question) =>
        question.Strength < Needed && question.Digits is ['7' or '8', _, ..] && question.Run.GroupLength(0) != 3 ? 0 : base.Judge(question);
}
