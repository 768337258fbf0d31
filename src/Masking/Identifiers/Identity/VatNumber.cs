namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Value added tax number of a trader: two letters of the country, eight to twelve digits or letters. A sole trader's is a person's.</summary>
/// <remarks>Source: European Commission, VIES, structure of VAT identification numbers.</remarks>
internal sealed class VatNumber() : IdentifierRecogniser("vat-number", PersonalDataType.Document,
    """
    vat number; vat registration; vat registration number; vat id; v a t number; vat no; numero de tva; ust id
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9, 8, 10, 11, 12];

    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 8, 14) ? 0.65f + (0.2f * strength) : 0;
}
