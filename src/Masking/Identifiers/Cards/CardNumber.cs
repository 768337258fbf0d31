using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Cards;

/// <summary>Payment card number: 12 to 19 digits by scheme, Luhn.</summary>
/// <remarks>Source: ISO/IEC 7812-1.</remarks>
internal sealed class CardNumber() : IdentifierRecogniser("card", PersonalDataType.Card,
    """
    карта; карты; карте; карту; картой; картою; карт; картам; картами; картах; карточк*; номер* карт*; номер* карточк*; банковск* карт*; дебетов* карт*;
    кредитн* карт*; кредитк*; card; cards; card number; credit card; debit card; pan; card ending; long number; بطاقة; البطاقة; رقم البطاقة; بطاقتي; الفيزا; فيزا;
    carte; carte bancaire; numero de carte; karte; kreditkarte; kartennummer; tarjeta; carta; carta di credito; cartao; kaart; creditcard; numer karty; visa; mastercard; amex;
    виза; визу; мир; мастеркард; маэстро
    """)
{
    protected override ReadOnlySpan<int> Lengths => [16, 15, 14, 13, 18, 19];

    protected override (int Shortest, int Longest) Part => (4, 19);

    protected override float Needed => 0.4f;

    // A bank's first digit is 2 to 6; sixteen digits are a card though one of them was misheard.
    protected override bool Check(ReadOnlySpan<char> digits) => Checksums.Luhn(digits) && !Checksums.IsOneDigit(digits);

    public override bool StandsAlone => true;

    public override float Judge(in NumberQuestion question)
    {
        var digits = question.Digits;
        if (question.Strength < Needed)
        {
            return digits.Length is >= 13 and <= 19 && Check(digits) && digits[0] is >= '2' and <= '6' ? 0.8f
                : digits.Length is >= 12 and <= 19 && Check(digits) && question.Run.Form is NumberForm.Written ? 0.62f
                : digits.Length is 15 or 16 && digits[0] is >= '2' and <= '6' ? 0.6f
                : 0;
        }

        var isPlain = question.Run.Groups == 1 && !question.Run.Is(NumberForm.Spoken);
        return digits.Length < 4 || (isPlain && digits.Length is >= 5 and <= 7) ? 0 : base.Judge(question) + (digits.Length == 16 ? 0.03f : 0);
    }
}
