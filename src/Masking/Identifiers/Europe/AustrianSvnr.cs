namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Austrian social insurance number: ten digits, weighted modulo 11.</summary>
/// <remarks>Source: ASVG section 460d.</remarks>
internal sealed class AustrianSvnr() : IdentifierRecogniser("at-svnr", PersonalDataType.Document,
    """
    svnr; sozialversicherungsnummer; sv nummer; versicherungsnummer
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10];

    protected override (int Shortest, int Longest) Part => (4, 10);
}
