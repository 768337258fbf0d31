namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Vehicle plates and identification numbers.</summary>
/// <remarks>Source: GOST R 50577-2018; ISO 3779.</remarks>
internal sealed class VehicleNumber() : IdentifierRecogniser("vehicle", PersonalDataType.Other,
    """
    госномер*; гос номер*; номер* машин*; номер* авто*; номер* автомобил*; регистрационн* знак*; государственн* номер*; вин; вин код*;
    вин номер*; vin; vin number; plate; plate number; license plate; licence plate; number plate; registration number; registration;
    reg number; reg is; reg plate; the reg; my reg; your reg; car reg; plates are; لوحة; رقم اللوحة; kennzeichen; immatriculation; plaque; matricula; targa; kenteken; машин* с номер*; номера
    """)
{
    protected override ReadOnlySpan<int> Lengths => [3, 4, 5, 6];

    protected override (int Shortest, int Longest) Part => (2, 8);

    protected override float Needed => 0.5f;

    public override bool TakesLetters => true;

    // Russian plates use twelve Cyrillic letters that have Latin twins.
    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        CodePattern.Matches(code, "A999AA99") || CodePattern.Matches(code, "A999AA999") ? 0.75f
        : code.Length == 17 && CodePattern.Mixed(code, 17, 17) && !code.ContainsAny('I', 'O', 'Q') ? 0.72f
        : strength >= Needed && CodePattern.Mixed(code, 4, 22) ? 0.6f + (0.3f * strength)
        : 0;
}
