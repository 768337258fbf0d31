namespace Earshot.Masking.Identifiers.Identity;

/// <summary>Emirates ID: fifteen digits that begin with 784, Luhn.</summary>
/// <remarks>Source: ICP of the UAE; ISO 3166-1 numeric 784.</remarks>
internal sealed class EmiratesId() : IdentifierRecogniser("ae-id", PersonalDataType.Document,
    """
    emirates id; eid; emirates identity; هوية; الهوية; هويتي; رقم الهوية; الهوية الاماراتية; بطاقة الهوية; اقامة; الاقامة;
    الرقم الوطني; رقم وطني; رقم قومي; الرقم المدني; رقم مدني; رقمي المدني; رقمي القومي; رقمي الوطني; البطاقة المدنية; البطاقة الشخصية; الرقم الشخصي; البطاقة القطرية; هويته; هويتها; هوية المقيم; اقامته; اقامتها; رقم الحدود; الضمان الاجتماعي; رقم الضمان; الرقم القومي; الرقم الموحد; السجل المدني; رقم السجل; بطاقة العائلة; كرت العائلة; الرقم الضريبي; رقم التامين; التامين الصحي; بطاقة التامين; رقم الملف; الجنسية; شهادة الميلاد; رقم التاشيرة; التاشيرة; اقامتي; رقم الاقامة; iqama; national id; national identity; id number; identity card; id card; id; identification number;
    personalausweis; ausweis; ausweisnummer; carte d identite; piece d identite; documento de identidad; carta d identita; documento;
    удостоверение личност*; айди; id документ*
    """)
{
    protected override ReadOnlySpan<int> Lengths => [15, 10, 14, 12, 11];

    protected override (int Shortest, int Longest) Part => (4, 18);

    protected override float Needed => 0.35f;

    public override bool TakesLetters => true;

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question) =>
        question.Digits.Length == 15 && question.Digits.StartsWith("784") ? 0.8f + (0.2f * question.Strength) : base.Judge(question);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 5, 20) ? 0.55f + (0.3f * strength)
        : code.Length == 20 && CodePattern.Mixed(code, 20, 20) && Checksums.Remainder(code, 97) == 1 ? 0.8f
        : CodePattern.Matches(code, "A99AA9999A") ? 0.7f
        : 0;
}
