namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Belgian national number: eleven digits, 97 minus remainder.</summary>
/// <remarks>Source: Royal decree of 3 April 1984.</remarks>
internal sealed class BelgianNationalNumber() : IdentifierRecogniser("be-national-number", PersonalDataType.Document,
    """
    rijksregisternummer; numero national; numero de registre national; registre national; niss; nationaal nummer
    """)
{
    protected override ReadOnlySpan<int> Lengths => [11];

    protected override (int Shortest, int Longest) Part => (5, 11);

    // People born after 1999 have a 2 put before their nine digits when the key is made.
    protected override bool Check(ReadOnlySpan<char> digits)
    {
        var key = Checksums.Value(digits[9..]);
        var number = long.Parse(digits[..9], System.Globalization.CultureInfo.InvariantCulture);
        return 97 - (number % 97) == key || 97 - ((2_000_000_000 + number) % 97) == key;
    }

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question) =>
        question.Strength < Needed && question.Digits.Length == 11 && question.Run is { Groups: 5, GroupLengths: 0x23222 } && Check(question.Digits)
            ? 0.75f
            : base.Judge(question);
}
