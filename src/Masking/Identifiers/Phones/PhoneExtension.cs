namespace Earshot.Masking.Identifiers.Phones;

/// <summary>Extensions behind a company's number: two to six digits.</summary>
/// <remarks>Source: private numbering plans, ECMA-155.</remarks>
internal sealed class PhoneExtension() : IdentifierRecogniser("phone-extension", PersonalDataType.Phone,
    """
    доб; добавочн*; добавочный номер*; внутренн* номер*; внутренний; extension; extension number; ext; تحويله; التحويله; durchwahl
    """)
{
    protected override (int Shortest, int Longest) Part => (1, 6);

    protected override float Needed => 0.7f;
}
