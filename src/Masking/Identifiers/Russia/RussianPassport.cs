namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Passport of a citizen of Russia: series of four digits, number of six.</summary>
/// <remarks>Source: Government decree No. 828 of 8 July 1997.</remarks>
internal sealed class RussianPassport() : IdentifierRecogniser("ru-passport", PersonalDataType.Document,
    """
    паспорт*; паспортн* данн*; сери* и номер*; серия; серию; серии; сери* паспорт*; номер* паспорт*; код* подразделен*; кем выдан*;
    когда выдан*; passport series; جواز روسي
    """)
{
    protected override ReadOnlySpan<int> Lengths => [10];

    protected override (int Shortest, int Longest) Part => (3, 10);

    protected override float Needed => 0.45f;
}
