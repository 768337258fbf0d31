namespace Earshot.Masking.Identifiers.Russia;

/// <summary>Policy of compulsory medical insurance: sixteen digits.</summary>
/// <remarks>Source: Order of the Ministry of Health No. 108n.</remarks>
internal sealed class Oms() : IdentifierRecogniser("ru-oms", PersonalDataType.Document,
    """
    омс; полис* омс; полис* обязательн*; медицинск* полис*; медполис*; полис* медицинск*; страхов* полис*; номер* полис*; полис*; енп
    """)
{
    protected override ReadOnlySpan<int> Lengths => [16, 9];

    protected override (int Shortest, int Longest) Part => (5, 16);
}
