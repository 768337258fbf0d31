namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Swedish personal number: ten or twelve digits, Luhn.</summary>
/// <remarks>Source: Folkbokforingslag 1991:481.</remarks>
internal sealed class SwedishPersonalNumber() : IdentifierRecogniser("se-personnummer", PersonalDataType.Document,
    """
    personnummer; person nummer; samordningsnummer; organisationsnummer; cpr nummer; cpr; fodselsnummer; fødselsnummer
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10, 12, 11];

    protected override (int Shortest, int Longest) Part => (4, 12);
}
