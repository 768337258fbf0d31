namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Driving licence: series of four digits or two digits and two letters, number of six.</summary>
/// <remarks>Source: Order of the Ministry of the Interior No. 20.</remarks>
internal sealed class RussianDrivingLicence() : IdentifierRecogniser("ru-driving-licence", PersonalDataType.Document,
    """
    водительск* удостоверен*; водительск*; вод удостоверен*; удостоверен* личност* офицер*; пенсионн* удостоверен*; водительск* прав*; номер* прав; права; удостоверен*; в у; птс; стс; свидетельств* о регистрац*;
    свидетельств* о рожден*; свидетельств* о брак*; свидетельств*; военн* билет*; военник*; вид на жительств*; студенческ* билет*; патент*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10];

    protected override (int Shortest, int Longest) Part => (4, 10);

    protected override float Needed => 0.45f;

    public override bool TakesLetters => true;
}
