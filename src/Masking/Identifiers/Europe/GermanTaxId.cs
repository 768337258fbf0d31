namespace Earshot.Masking.Identifiers.Europe;

/// <summary>German tax number: eleven digits, ISO 7064 mod 11,10.</summary>
/// <remarks>Source: BZSt, section 139b AO.</remarks>
internal sealed class GermanTaxId() : IdentifierRecogniser("de-tax-id", PersonalDataType.Document,
    """
    steuer id; steueridentifikationsnummer; steuernummer; steuer nummer; idnr; steuerliche identifikationsnummer;
    sozialversicherungsnummer; versichertennummer; krankenversichertennummer
    """)
{
    protected override ReadOnlySpan<int> Lengths => [11, 10, 12];

    protected override (int Shortest, int Longest) Part => (6, 13);

    public override bool TakesLetters => true;

    protected override bool Check(ReadOnlySpan<char> digits) => digits.Length != 11 || Checksums.Mod11And10(digits);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 6, 14) ? 0.65f + (0.3f * strength)
        : CodePattern.Matches(code, "99999999A999") ? 0.7f
        : 0;
}
