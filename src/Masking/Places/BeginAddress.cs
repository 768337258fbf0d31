using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Where an address may begin: at a number that a street follows, at a type of street, house or flat, at a name that was asked for.</summary>
internal static class BeginAddress
{
    /// <summary>True when the address may begin with this token.</summary>
    public static bool MayBegin(in AddressText text, in RememberedStreets remembered, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        if (token.Kind is TokenKind.Number || token.Is(WordTraits.Number))
        {
            return ReadStreet.FollowsNumber(text, index) || text.AfterCue(index) || ReadHouse.IsNumbered(text, index) || ReadStreet.IsWritten(text, index) || (token.Is(TokenShape.Latin) && AfterPlacePreposition(text, index) && ReadStreet.DirectionNameEnd(text, index) >= 0)
                || (!token.Is(TokenShape.Cyrillic | TokenShape.Arabic) && text.IsNumberStart(index) && (ReadBareStreet.NameEnd(text, index, text.Asked) >= 0 || ReadCorner.NumberedRoadEnd(text, index) >= 0));
        }

        if (token.Kind is not TokenKind.Word || IsByWayOf(text, index))
        {
            return false;
        }

        return BeginsWithCorner(text, index) || (!IsPlain(text, index) && (BeginsWithEntrance(text, index)
            || token.Is(NameTraits.Street | NameTraits.House | NameTraits.Flat | NameTraits.PostBox)
            || (token.Is(NameTraits.StreetName) && (text.NumberNear(index + 1, 2) || text.IsAnswer(index)))
            || ReadStreet.IsBareName(text, index)
            || IsKnownOrRide(text, remembered, index)
            || IsNamedAfterRank(text, index)
            || (text.AfterCue(index) && text.IsNameWord(index) && text.Word(index) is not ("near" or "around" or "about" or "with") && !IsContraction(text, index) && !IsOfSomebody(text, index) && !token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.Particle) && !(token.Is(NameTraits.PostcodeWord) && token.Is(TokenShape.Latin)) && (text.NumberNear(index + 1, 4) || text.IsAnswer(index)))
            || (token.Is(TokenShape.Latin) && text.NumberNear(index + 1, 1) && PlaceWords.IsCompoundStreet(text.Word(index)))));
    }

    /// <summary>"речная дом сто тринадцать квартира восемь" … "записываю речная сто тринадцать восемь"; "заберите с ореховой восемь".</summary>
    public static bool IsKnownOrRide(in AddressText text, in RememberedStreets remembered, int index) =>
        text.Tokens[index].Is(TokenShape.Cyrillic) && !text.Ends(index + 1) && text.IsNumber(index + 1) && ((remembered.Count > 0 && remembered.Holds(text, index)) || ReadRoute.IsRide(text, index) || ReadRussianStreet.IsAfterPreposition(text, index));

    /// <summary>"адрес говорите" / "академика королева", "на маршала жукова семь".</summary>
    public static bool IsNamedAfterRank(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Cyrillic) && text.Tokens[index].FoldedLength >= 5 && text.Word(index) is "академика" or "маршала" or "генерала" or "адмирала" or "космонавта" or "профессора" or "героя" or "летчика" or "полковника" or "капитана"
        && !text.Ends(index + 1) && text.IsNameWord(index + 1) && text.Tokens[index + 1].FoldedLength >= 4 && !text.IsNumber(index + 1)
        && ((text.Asked && index == text.LineStart) || (!text.Ends(index + 2) && text.IsNumber(index + 2) && !text.QuantityFollows(index + 2)));

    // The "s" of "it's".
    private static bool IsContraction(in AddressText text, int index) => text.Tokens[index].FoldedLength <= 2 && text.Call.IsSign(index - 1, '\'') && text.Call.IsGlued(index);

    // "وتلفونها", "ورقمك": and something of hers, of yours.
    private static bool IsOfSomebody(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Arabic) && text.Tokens[index].FoldedLength >= 5 && text.Word(index) is ['و', not 'ا', ..] and ([.., 'ه' or 'ك', 'ا' or 'م'] or [.., 'ك']);

    // "عن طريق التطبيق": by way of, no road.
    private static bool IsByWayOf(in AddressText text, int index) =>
        text.Tokens[index].Is(NameTraits.Street) && index > text.LineStart && text.Tokens[index].Is(TokenShape.Arabic) && text.Word(index) is "طريق" && text.Word(index - 1) is "عن";

    // Most words: nothing that addresses are made of, no phrase before them, and neither number nor house among the next.
    private static bool IsPlain(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Latin) && !text.Tokens[index].Is(AddressText.OfAddresses) && !text.AfterCue(index) && !text.NumberNear(index + 1, 1);

    // Asked of every word: the length is looked at first.
    private static bool BeginsWithCorner(in AddressText text, int index) => text.Tokens[index].Is(TokenShape.Latin) && text.Tokens[index].FoldedLength switch
    {
        5 => ReadCorner.IsRural(text, index),
        6 => ReadCorner.CornerEnd(text, index) >= 0,
        _ => false,
    };

    // "подъезд четыре этаж девять квартира сто сорок".
    private static bool BeginsWithEntrance(in AddressText text, int index)
    {
        if (!text.Tokens[index].Is(NameTraits.HousePart) || !text.Tokens[index].Is(TokenShape.Cyrillic) || text.Tokens[index].FoldedLength < 4 || !text.IsNumber(index + 1) || text.Ends(index + 1))
        {
            return false;
        }

        var next = ReadAddressNumber.End(text, index + 1) + 1;
        return !text.Ends(next) && text.Tokens[next].Is(NameTraits.HousePart | NameTraits.Flat) && text.IsNumber(next + 1);
    }

    private static bool AfterPlacePreposition(in AddressText text, int index) =>
        index == text.LineStart || text.Word(index - 1) is "at" or "on" or "to" or "is" or "from" or "address" or "this" or "still";
}
