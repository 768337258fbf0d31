using Earshot.Masking.Numbers;

namespace Earshot.Masking.Identifiers.Cards;

/// <summary>Expiry of a card: month and year, in digits or words.</summary>
/// <remarks>Source: ISO/IEC 7813, expiration date YYMM; embossed as MM/YY.</remarks>
internal sealed class CardExpiry() : IdentifierRecogniser("card-expiry", PersonalDataType.Card,
    """
    срок; срок карт*; карта до; срок* действ*; срок* действ* карт*; действует до; до какого действует; до какого числа действует; до какого месяца; действительн* до; годн* до; месяц* и год*; expiry; expiry date; expiration; expiration date; exp date;
    exp; expires; valid thru; valid through; valid until; تاريخ الانتهاء; تاريخ انتهاء; بطاقتي تنتهي; البطاقة تنتهي; الفيزا تنتهي; الكرت ينتهي; تنتهي البطاقة; تنتهي صلاحيتها; تاريخ الصلاحية; انتهاء الصلاحية; صلاحية; الصلاحية; gueltig bis; gultig bis; ablauf; ablaufdatum; expire;
    date d expiration; caducidad; fecha de caducidad; scadenza; validade; geldig tot; wazna do
    """)
{
    protected override float Needed => 0.45f;

    public override bool TakesDates => true;

    public override float Judge(in NumberQuestion question)
    {
        var length = question.Digits.Length;
        if (question.Strength < Needed || question.Run.Is(NumberForm.Quantity | NumberForm.Time) || length > 6 || (question.Run.Is(NumberForm.DayOfMonth) && question.Run.Groups == 1 && question.Run.Is(NumberForm.Spoken)))
        {
            return 0;
        }

        if (question.Run.Is(NumberForm.Ordinal) && question.Run.Groups == 1 && !question.Run.Is(NumberForm.Date))
        {
            return 0;
        }

        return question.Run.Is(NumberForm.Date | NumberForm.Ordinal) || IsMonthAndYear(question.Digits) || (question.Digits is ['0', _] && question.Strength >= 0.9f)
            ? 0.6f + (0.3f * question.Strength)
            : 0;
    }

    // "срок двадцать рабочих дней", "пять четыреста": not every number that is said of a term is a month.
    private static bool IsMonthAndYear(ReadOnlySpan<char> digits) => digits switch
    {
        [>= '1' and <= '9', >= '0' and <= '4', _] => true,
        ['0', not '0', >= '0' and <= '4', _] or ['1', <= '2', >= '0' and <= '4', _] => true,
        ['0', not '0', '2', '0', _, _] or ['1', <= '2', '2', '0', _, _] => true,
        _ => false,
    };
}
