using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Phones;

/// <summary>The last digits of a telephone: "на номер, который заканчивается на", "the mobile ending in".</summary>
internal sealed class PhoneEnding() : IdentifierRecogniser("phone-ending", PersonalDataType.Phone,
    """
    телефон заканчива*; телефон оканчива*; телефона заканчива*; телефона оканчива*; телефон на конце; номер который заканчива*; номер который оканчива*; номер который кончается на;
    номера который заканчива*; номера который оканчива*; телефон который заканчива*; телефон который оканчива*; последн* цифр* телефон*; последн* четыре цифр* телефон*; последн* цифр* номера телефон*;
    phone ending in; phone ending; phone ends in; phone that ends in; phone number ending in; phone number ends in; mobile ending in; mobile ending; mobile ends in; mobile number ending in;
    cell ending in; cell ends in; number that ends in; on the number ending in; at the number ending in; to the number ending in; text the number ending in; call the number ending in;
    last four of your phone; last four digits of your phone; last digits of your phone; last four of your mobile
    """)
{
    protected override (int Shortest, int Longest) Part => (3, 6);

    protected override float Needed => 0.75f;

    public override float Judge(in NumberQuestion question) => question.Strength < Needed ? 0 : base.Judge(question) + 0.05f;
}
