namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Certificate of birth, marriage or death of Russia: a Roman numeral, two letters, six digits.</summary>
/// <remarks>Source: Order of the Ministry of Justice No. 167 of 13 August 2018.</remarks>
internal sealed class RussianCertificate() : IdentifierRecogniser("ru-certificate", PersonalDataType.Document,
    """
    свидетельств* о рожд*; свидетельств* о брак*; свидетельств* о заключен* брак*; свидетельств* о смерт*; свидетельств* о развод*; свидетельств* о расторжен* брак*; свидетельств* о перемене имен*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [6];

    protected override (int Shortest, int Longest) Part => (3, 8);

    protected override float Needed => 0.5f;

    public override bool TakesLetters => true;
}
