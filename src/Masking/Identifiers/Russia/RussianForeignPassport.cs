namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Russian passport for travel abroad: series of two digits, number of seven.</summary>
/// <remarks>Source: Federal law No. 114-FZ of 15 August 1996.</remarks>
internal sealed class RussianForeignPassport() : IdentifierRecogniser("ru-foreign-passport", PersonalDataType.Document,
    """
    загранпаспорт*; заграничн* паспорт*; загран*; загранник*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9];

    protected override (int Shortest, int Longest) Part => (2, 9);
}
