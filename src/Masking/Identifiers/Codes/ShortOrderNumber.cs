namespace Earshot.Masking.Identifiers.Codes;

/// <summary>
/// Numbers of shop orders. Up to six digits count orders of the day and point to nobody outside the shop; longer ones are
/// masked.
/// </summary>
internal sealed class ShortOrderNumber() : IdentifierRecogniser("order", PersonalDataType.Other,
    """
    заказ*; номер* заказ*; заказ* номер*; заказ* под номер*; order; order number; order id; order no; طلب; رقم الطلب; الطلب; طلبي; طلبيه; bestellung; bestellnummer; commande; numero de commande;
    pedido; numero de pedido; ordine; numero ordine; encomenda; bestelling; bestelnummer; zamowienie; zamowienia; numer zamowienia
    """)
{
    protected override (int Shortest, int Longest) Part => (7, 16);

    public override float JudgeCode(ReadOnlySpan<char> code, float strength) =>
        strength >= 0.5f && CodePattern.Mixed(code, 5, 24) ? 0.5f + (0.3f * strength) : 0;
}
