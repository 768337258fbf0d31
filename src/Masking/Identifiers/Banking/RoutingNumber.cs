namespace Earshot.Masking.Identifiers.Banking;

/// <summary>Account, sort code and routing numbers outside Russia.</summary>
/// <remarks>Source: ABA routing: 3-7-3 weights; UK Finance sort code.</remarks>
internal sealed class RoutingNumber() : IdentifierRecogniser("bank-account", PersonalDataType.BankAccount,
    """
    account number; bank account; checking account; savings account; account no; account; acct; sort code; routing number; routing;
    institution; institution number; transit; transit number; branch code; branch number; bsb; bsb number; bic code; swift code; aba; swift; bic; iban number; حساب; الحساب; رقم الحساب; حسابي; kontonummer; konto; bankleitzahl; blz; compte; numero de compte;
    coordonnees bancaires; rib; cuenta; numero de cuenta; conto; conto corrente; conta; rekening; rekeningnummer; numer konta; konta;
    rachunek; numer rachunku
    """)
{
    protected override ReadOnlySpan<int> Lengths => [8, 9, 10, 11, 12];

    protected override (int Shortest, int Longest) Part => (4, 18);

    protected override float Needed => 0.4f;

    public override bool TakesLetters => true;

    // A written date or amount of nine digits is not taken: an account was asked for.
    public override float Judge(in NumberQuestion question) =>
        question.Digits.Length >= 13 && question.Strength >= Needed ? 0.72f + (0.2f * question.Strength) : base.Judge(question);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 6, 24) ? 0.6f + (0.3f * strength) : 0;
}
