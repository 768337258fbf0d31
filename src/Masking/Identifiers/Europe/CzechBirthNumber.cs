namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Czech and Slovak birth number: nine or ten digits, divisible by 11.</summary>
/// <remarks>Source: Act 133/2000 Coll..</remarks>
internal sealed class CzechBirthNumber() : IdentifierRecogniser("cz-birth-number", PersonalDataType.Document,
    """
    rodne cislo; rodneho cisla; r c; cislo op; ico; dic
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10, 9];

    protected override (int Shortest, int Longest) Part => (4, 10);
}
