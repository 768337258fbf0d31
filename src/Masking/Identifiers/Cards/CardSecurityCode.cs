namespace Earshot.Masking.Identifiers.Cards;

/// <summary>Security code of a card: three or four digits.</summary>
/// <remarks>Source: EMV and scheme rules: CVC2, CVV2, CID.</remarks>
internal sealed class CardSecurityCode() : IdentifierRecogniser("card-security-code", PersonalDataType.Card,
    """
    цэ вэ вэ; цэ вэ цэ; цэвэвэ; цэвэцэ; цэвэка; сививи; сивиси; си ви си код*; цвс; цэ вэ ка; цвк; cvc; cvv; cvc2; cvv2; cid; цвц; цвв; ц в ц; си ви си; си ви ви; сиви; сивиси; cvc код*; cvv код*; код* безопасност*;
    код* с обратн*; с обратн* сторон*; на обороте; на обратной; с оборот*; три цифр*; трехзначн* код*; три цифры на обороте;
    security code; card verification; on the back; three digits; three digits on the back; digits on the back; back of the card;
    back of your card; سي في في; الرمز اللي ورا; الرقم اللي ورا; الكود اللي ورا; الارقام اللي ورا; الارقام اللي خلف; الرمز اللي خلف; الرمز خلف البطاقة; خلف البطاقة; ظهر البطاقة; ورا البطاقة; ورا الكرت; ضهر الكارت; ظهر الكارت; السي في في; سي في سي; رمز الامان; الرمز السري للبطاقة; ثلاثة ارقام; sicherheitscode; prufziffer; code de securite; cryptogramme;
    codigo de seguridad; pin; пин; пинкод*; пин код*; pin code; الرقم السري
    """)
{
    protected override ReadOnlySpan<int> Lengths => [3, 4];

    // "триста сорок", as one number.
    protected override (int Shortest, int Longest) Part => (3, 4);

    protected override float Needed => 0.5f;
}
