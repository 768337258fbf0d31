namespace Earshot.Masking.Identifiers.Europe;

/// <summary>Italian codice fiscale (sixteen letters and digits) and partita IVA (eleven, Luhn).</summary>
/// <remarks>Source: Ministerial decree of 23 December 1976.</remarks>
internal sealed class ItalianFiscalCode() : IdentifierRecogniser("it-fiscal-code", PersonalDataType.Document,
    """
    codice fiscale; partita iva; p iva; piva; tessera sanitaria
    """)
{
    protected override ReadOnlySpan<int> Lengths => [11];

    protected override (int Shortest, int Longest) Part => (5, 16);

    public override bool TakesLetters => true;

    protected override bool Check(ReadOnlySpan<char> digits) => Checksums.Luhn(digits);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        CodePattern.Matches(code, "AAAAAA99A99A999A") ? 0.9f
        : strength >= Needed && CodePattern.Mixed(code, 8, 18) ? 0.6f + (0.3f * strength)
        : 0;
}
