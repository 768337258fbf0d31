using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Banking;

/// <summary>Account, sort code and routing numbers outside Russia.</summary>
/// <remarks>Source: ABA routing: 3-7-3 weights; UK Finance sort code.</remarks>
internal sealed class RoutingNumber() : IdentifierRecogniser("bank-account", PersonalDataType.BankAccount,
    """
    account number; bank account; checking account; savings account; account no; account; acct; sort code; routing number; routing;
    institution; institution number; transit; transit number; branch code; branch number; bsb; bsb number; bic code; swift code; b i c; b i c code; roll number; clearing number; clearing code; ifsc; ifsc code; i f s c; upi; upi id; bank details; account details; beneficiary account; micr; micr code; aba; swift; bic; iban number; حساب; الحساب; رقم الحساب; حسابي; kontonummer; konto; bankleitzahl; blz; compte; numero de compte;
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
        IsShort(question) ? 0.56f
        : question.Digits.Length >= 13 && question.Strength >= Needed ? 0.72f + (0.2f * question.Strength) : base.Judge(question);

    // "transit oh one two double three institution oh oh four": said digit by digit right after its name.
    private static bool IsShort(in NumberQuestion question) =>
        question is { Digits.Length: 3, Strength: >= 1, Run.Groups: 3 } && question.Run.Is(NumberForm.Spoken) && question.Digits[0] == '0';

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= Needed && CodePattern.Mixed(code, 6, 24) ? 0.6f + (0.3f * strength) : 0;
}
