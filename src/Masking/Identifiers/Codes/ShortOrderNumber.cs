namespace Earshot.Masking.Identifiers.Codes;

/// <summary>
/// Numbers that the company itself gave to orders, tickets and requests. Up to six digits point to nobody outside the company;
/// longer ones, and codes with letters, are masked.
/// </summary>
internal sealed class ShortOrderNumber() : IdentifierRecogniser("order", PersonalDataType.Other,
    """
    заявк*; обращен*; тикет*; confirmation number; confirmation; ticket; case number; case; confirmation code; билет*;
    номер* заявк*; номер* обращен*; ticket number;
    заказ*; номер* заказ*; заказ* номер*; заказ* под номер*; order; order number; order id; order no; طلب; رقم الطلب; الطلب; طلبي; طلبيه; bestellung; bestellnummer; commande; numero de commande;
    pedido; numero de pedido; ordine; numero ordine; encomenda; bestelling; bestelnummer; zamowienie; zamowienia; numer zamowienia
    """)
{
    protected override (int Shortest, int Longest) Part => (7, 16);

    public override bool TakesLetters => true;

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.5f && CodePattern.Mixed(code, 5, 24) ? 0.5f + (0.3f * strength) : 0;
}
