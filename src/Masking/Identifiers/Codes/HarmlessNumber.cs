namespace Earshot.Masking.Identifiers.Codes;

/// <summary>What announces a number that is nobody's: prices, versions, articles of law, error codes.</summary>
internal static class HarmlessNumber
{
    public const string Phrases =
        """
        стоимост*; цен*; стоит; стоил*; обойд*; баланс*; сумм*; итого; скидк*; тариф*; верси*; стать*; пункт*; код* ошибк*; ошибк*; промокод*; промо код*; код* город*;
        код* товар*; пишет код*; выдает код*; показывает код*; горит код*; код* неисправност*; срок* годност*; годен до; годно до; годны до; срок* акци*; срок* действ* акци*; срок* действ* предложени*; срок* действ* скидк*; срок* поставк*; срок* гаранти*; гарантийн* срок*; номер* рейс*; номер* поезд*; номер* кабинет*; номер* комнат*; номер* дом*; номер* автобус*; номер* очеред*; номер стандарт; номер люкс; номер комфорт; артикул*; модел*; кабинет*; кабинка; окно; рейс*; поезд*; автобус*; маршрут*; выпуск*; глав*; страниц*; гост; канал*; размер*; этаж*; подъезд*; очеред*;
        талон*; шины; резин*; колес*; чек* на; счет* на; на сумму; давлени*; температур*; процент*; ставк*; врем*; в течение; скорост*; мощност*; аудитори*; платформ*; терминал*; заплат*; платеж*; оплат*; сдач*;
        место; места; местам; посадочн* мест*; ряд; ряду; сектор*; вагон*; купе; снип; санпин; оквэд; код* оквэд; код* тн вэд; код* услуг*; код* тариф*; код* регион*; код* модел*; код* цвет*; код* маршрут*; код* специальност*; штрихкод*; этикетк*; палат*; каталожн*; окпд; кбк; октмо; окато; тн вэд; ключ* от домофон*; строка; строки; строке; форма; диаметр*; частот*; порт; порты; тираж*;
        остат*; переплат*; доплат*; предоплат*; аванс*; штраф*; взнос*; неустойк*; задолженност*; комисси*; доставка; количеств*; число участник*; конфигурац*; разрешен*; формат*; серия фильма; сезон*; кодекс*; приказ*; закон*; указ*;
        order number ends in; order ends in; order ending in; order number ending in; ticket ends in; ticket number ends in; ticket ending in; case ends in; request ends in; price; prices; priced; cost; costs; total; balance; amount; discount; version; section; article; error; error code; room number; flight number; model number; house number; p code; promo code; promocode; coupon; coupon code; area code;
        model; room; flight; page; chapter; channel; size; step; level; percent; rate; speed; more than; less than; up to; at least;
        check engine; engine light; trouble code; fault code; diagnostic code; population; since; score; gate; terminal; route; season; episode; options; press; dial; windows; iphone; galaxy; product code; sku; fee; fees; charge; charged; payment of; paid; pay; refund of; spent; dress code; country code;
        سعر; السعر; تكلفة; التكلفة; المبلغ; مبلغ; خصم; رصيد; الرصيد; تقريبا; حوالي; رقم الرحلة; رمز الخطا; نسخة; الطابق; كود الخصم; preis; kostet; prix; cout; montant; precio; prezzo; preco; prijs; cena; erreur;
        zimmer; chambre; betrag; importe; importo; kwota; valor; seite; version; code erreur; fehler; salaire
        """;
}
