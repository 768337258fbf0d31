using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Identity;

/// <summary>US social security number and ITIN: nine digits in groups of three, two, four.</summary>
/// <remarks>Source: SSA randomization rules of 2011; IRS publication 1915.</remarks>
internal sealed class UsSsn() : IdentifierRecogniser("us-ssn", PersonalDataType.Document,
    """
    ssn; social security; social security number; social; itin; taxpayer identification; tax id; tax identification; ein;
    employer identification; last four of your social; last four of the social
    """)
{
    protected override ReadOnlySpan<int> Lengths => [9];

    protected override (int Shortest, int Longest) Part => (4, 9);

    protected override float Needed => 0.35f;

    protected override float Alone => 0;

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question) =>
        question.Strength < Needed && question.Digits.Length == 9 && question.Run is { Groups: 3, GroupLengths: 0x423 } && question.Run.Is(NumberForm.Hyphens | NumberForm.Spoken)
            ? 0.75f
            : base.Judge(question);
}
