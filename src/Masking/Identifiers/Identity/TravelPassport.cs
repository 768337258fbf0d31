namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Passport of any country: six to nine letters and digits.</summary>
/// <remarks>Source: ICAO Doc 9303, part 4.</remarks>
internal sealed class TravelPassport() : IdentifierRecogniser("passport", PersonalDataType.Document,
    """
    passport; green card; green card number; residence permit; residence card; residency card; visa number; work permit; alien number; a number; travel document; birth certificate; naturalization certificate; voter id; state id; military id; id number on the card; passport number; passport no; passports; جواز; الجواز; جواز السفر; جوازي; رقم الجواز; passeport; reisepass; reisepassnummer;
    pasaporte; passaporto; passaporte; paspoort; paszport; numer paszportu; иностранн* паспорт*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9, 8, 7];

    protected override (int Shortest, int Longest) Part => (4, 12);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 6, 14) ? 0.65f + (0.3f * strength) : 0;
}
