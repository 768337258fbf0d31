namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Driving licence of any country: letters and digits, six to eighteen.</summary>
/// <remarks>Source: AAMVA D20, DVLA INF1D.</remarks>
internal sealed class DrivingLicence() : IdentifierRecogniser("driving-licence", PersonalDataType.Document,
    """
    driving licence; driver's license; drivers license; driver license; driver licence; driving license; driver's licence; licence no; license no; licence is; license is; permit number; learner permit;
    licence number; license number; license; licence; my license; my licence; dl number; dl is; my dl; the dl; d l number; رخصة; رخصة القيادة; الرخصة; رقم الرخصة; رخصتي; رخصة السواقة; رقم الليسن; الليسن; fuhrerschein; permis de conduire; permiso de conducir;
    carnet de conducir; patente di guida; patente; carta de conducao; rijbewijs; prawo jazdy
    """)
{
    protected override ReadOnlySpan<int> Lengths => [7, 8, 9, 10, 12];

    protected override (int Shortest, int Longest) Part => (4, 16);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 5, 20) ? 0.65f + (0.3f * strength)
        : CodePattern.Matches(code, "AAAAA999999AA9AA") ? 0.8f
        : 0;
}
