namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Permanent account number of India: five letters, four digits, a letter.</summary>
/// <remarks>Source: Income Tax Department of India, Income-tax Rules, rule 114.</remarks>
internal sealed class IndianPan() : IdentifierRecogniser("indian-pan", PersonalDataType.Document,
    """
    pan number; pan card; pan card number; pan is; my pan; your pan; permanent account number; pan no
    """)
{
    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        CodePattern.Matches(code, "AAAAA9999A") ? 0.7f + (0.2f * strength)
        : strength >= Needed && CodePattern.Mixed(code, 6, 12) ? 0.6f
        : 0;
}
