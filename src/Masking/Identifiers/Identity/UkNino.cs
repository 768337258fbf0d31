namespace Earshot.Masking.Identifiers.Identity;

/// <summary>UK National Insurance number: two letters, six digits, a letter A to D.</summary>
/// <remarks>Source: HMRC manual NIM39110.</remarks>
internal sealed class UkNino() : IdentifierRecogniser("uk-nino", PersonalDataType.Document,
    """
    national insurance; national insurance number; ni number; nino; n i number; ni is; my ni; your ni; n i is; my n i
    """)
{
    protected override ReadOnlySpan<int> Lengths => [6];

    protected override (int Shortest, int Longest) Part => (4, 8);

    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        code.Length is 8 or 9 && CodePattern.Matches(code[..8], "AA999999") && (code.Length == 8 ? strength >= Needed : code[8] is >= 'A' and <= 'D')
            ? 0.8f + (0.2f * strength)
            : CodePattern.Mixed(code, 4, 11) && strength >= 0.5f ? 0.6f : 0;
}
