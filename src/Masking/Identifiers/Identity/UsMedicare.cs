namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Medicare beneficiary identifier of the USA: eleven letters and digits.</summary>
/// <remarks>Source: Centers for Medicare and Medicaid Services, "Understanding the MBI".</remarks>
internal sealed class UsMedicare() : IdentifierRecogniser("us-medicare", PersonalDataType.Document, "medicare; medicare number; medicare id; medicare card; mbi; medicaid; medicaid number; medicaid id")
{
    protected override (int Shortest, int Longest) Part => (5, 12);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 6, 13) ? 0.65f + (0.3f * strength) : 0;
}
