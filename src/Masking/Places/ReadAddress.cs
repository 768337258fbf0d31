using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Reads one address part by part: numbers, types of street with their names, flats, words between them.</summary>
internal ref struct ReadAddress
{
    private const int MaximumTokens = 40;

    private readonly AddressText text;
    private readonly ReadOnlySpan<Token> tokens;
    private int first;
    private int last;
    private int words;
    private AddressParts parts;

    /// <summary>Reads the address that may begin with this token.</summary>
    public ReadAddress(in AddressText text, in RememberedStreets remembered, int index)
    {
        this.text = text;
        tokens = text.Tokens;
        first = index;
        last = index - 1;
        parts = (text.AfterCue(index) ? AddressParts.Asked : AddressParts.None) | (ReadStreet.IsBareName(text, index) ? AddressParts.WeakStreet : ReadStreet.IsWritten(text, index) ? AddressParts.Compound : AddressParts.None);
        parts |= ReadHouse.IsNumbered(text, index) ? AddressParts.House : AddressParts.None;
        LookBack(index);
        if (BeginAddress.IsKnownOrRide(text, remembered, index))
        {
            parts |= ReadRussianStreet.IsAfterPreposition(text, index) ? AddressParts.Street | AddressParts.House : AddressParts.StreetName;
            last = index;
        }
        else if (BeginAddress.IsNamedAfterRank(text, index))
        {
            parts |= AddressParts.StreetName;
            last = index + 1;
        }

        Read(index);
        TakeBareStreet(index);
        TakeCorner(index);
    }

    public readonly int First => first;

    /// <summary>Last token that belongs to the address; before the first one when nothing does.</summary>
    public readonly int Last => last;

    public readonly AddressParts Parts => parts;

    /// <summary>"turn right on main street and keep going": directions to drive.</summary>
    public readonly bool IsWayThere()
    {
        if ((parts & (AddressParts.Number | AddressParts.House | AddressParts.Flat | AddressParts.Asked)) != AddressParts.None)
        {
            return false;
        }

        for (var i = first - 1; i >= text.LineStart && first - i <= 3; i--)
        {
            if (text.Word(i) is "left" or "right" or "turn" or "down" or "along" or "past" or "налево" or "направо" or "прямо" or "вдоль")
            {
                return true;
            }
        }

        return tokens[first].Is(TokenShape.Cyrillic) && ReadRoute.Tells(text, first, last);
    }

    /// <summary>"new one", "another one", "the whole street" in answer to a question for the address.</summary>
    public readonly bool IsPronoun(int index) =>
        (first < last && text.Word(first) is "whole" or "entire" or "same" or "other" or "next" or "wrong" && (parts & (AddressParts.Number | AddressParts.Flat | AddressParts.House)) == AddressParts.None)
        || text.Word(last) is "one" or "ones" && (parts & ~(AddressParts.Asked | AddressParts.Words | AddressParts.Number)) == AddressParts.None && last - index <= 2;

    // "невский проспект", "main street": the name stands before the type.
    private void LookBack(int index)
    {
        var begin = ReadStreet.NameStart(text, index, parts);
        if (begin == index)
        {
            return;
        }

        first = begin;
        last = index;
        parts |= tokens[index].Is(TokenShape.Latin) && !ReadStreet.IsStrong(text.Word(index)) && !ReadStreet.IsTheOneOn(text, index) ? AddressParts.WeakStreet : AddressParts.Street;
    }

    // "eleven hundred west addison", "live at fourteen twenty two birchwood": a street whose type is left out.
    private void TakeBareStreet(int index)
    {
        if (!text.IsNumber(index))
        {
            return;
        }

        var end = Math.Max(Math.Max(ReadStreet.DirectionNameEnd(text, index), ReadCorner.NumberedRoadEnd(text, index)), ReadBareStreet.NameEnd(text, index, text.Asked));
        if (end > last)
        {
            parts |= AddressParts.Street | AddressParts.Number | AddressParts.Town;
            last = end;
            if (!text.Ends(end + 1))
            {
                Read(end + 1);
            }
        }
    }

    private void TakeCorner(int index)
    {
        var end = ReadCorner.IsRural(text, index) ? ReadCorner.RoadEnd(text, index) : ReadCorner.CornerEnd(text, index);
        if (end >= last && end >= index)
        {
            first = index > text.LineStart && text.Word(index - 1) is "the" or "rural" ? index - 1 : index;
            last = end;
            parts |= AddressParts.Street | AddressParts.House;
        }
    }

    private void Read(int index)
    {
        for (var i = Math.Max(index, last + 1); i < tokens.Length && i - index < MaximumTokens; i++)
        {
            if (i > index && tokens[i].Is(TokenShape.LineStart) && !GoesOn(i))
            {
                return;
            }

            var next = ReadPart(i);
            if (next < 0)
            {
                return;
            }

            i = next;
        }
    }

    // A written address goes on over lines; a spoken one does when the next line begins with its next part.
    private readonly bool GoesOn(int index) =>
        tokens[index].Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart) && text.IsNumber(index + 1)
        || (!tokens[index].Is(TokenShape.TurnStart) && (parts & (AddressParts.Number | AddressParts.Flat)) != AddressParts.None
            && (tokens[index].Is(NameTraits.Flat) || (tokens[index].Kind is TokenKind.Number && tokens[index].Length is >= 4 and <= 6 && EndsLine(index))
                || (tokens[index].Is(NameTraits.Street) && words < 3)));

    private readonly bool EndsLine(int index) => index + 1 >= tokens.Length || tokens[index + 1].Is(TokenShape.LineStart) || text.IsNameWord(index + 1);

    // Index of the last token read, or -1 when the address has ended.
    private int ReadPart(int i)
    {
        ref readonly var token = ref tokens[i];
        if (token.Kind is TokenKind.Sign)
        {
            return ReadSign(i);
        }

        if (token.Is(NameTraits.Flat | NameTraits.House | NameTraits.HousePart | NameTraits.PostBox) && !IsToward(i) && ReadAddressNumber.Marked(text, i) is var number and > 0)
        {
            parts |= token.Is(NameTraits.Flat) ? ReadAddressWord.FlatOrOffice(text, i) : token.Is(NameTraits.PostBox) ? AddressParts.PostBox
                : token.Is(NameTraits.House) && text.Word(i) is not ("block" or "building" or "bldg" or "tower") ? AddressParts.House : AddressParts.HousePart;
            parts |= text.Word(i) is "подъезд" or "домофон" or "парадная" ? AddressParts.Entrance : AddressParts.None;
            return ReadNumber(number);
        }

        // "подъезд второй код сорок один ключ".
        if (text.Word(i) is "код" && (parts & (AddressParts.Flat | AddressParts.HousePart | AddressParts.Number)) != AddressParts.None && last >= first && text.IsNumber(i + 1) && !text.Ends(i + 1))
        {
            var end = ReadAddressNumber.End(text, i + 1);
            return last = !text.Ends(end + 1) && text.Word(end + 1) is "ключ" ? ReadAddressNumber.End(text, end + 1) : end;
        }

        if (ReadAddressWord.IsNamedBuilding(text, this, i))
        {
            return last = i + 1;
        }

        if (token.Is(NameTraits.Street) && ReadType(i) is var street and >= 0)
        {
            return street;
        }

        return text.IsNumber(i) ? ReadNumber(i)
            : ReadAddressWord.IsStreetPreposition(text, this, i) ? i
            : last >= first && i == last + 1 && text.Word(i) is "number" or "номер" or "no" or "رقم" && text.IsNumber(i + 1) ? ReadNumber(i + 1)
            : (parts & AddressParts.Number) != AddressParts.None && ReadStreet.IsCalledThe(text, i) ? TakeCalledThe(i + 1)
            : (parts & AddressParts.Number) != AddressParts.None && i == last + 1 && ReadHouse.CalledEnd(text, i) is var house and >= 0 ? TakeCalledThe(house)
            : text.Word(i) is "the" && i == last + 1 && i > first && (parts & AddressParts.Flat) != AddressParts.None && ReadAddressWord.StreetComes(text, i + 1) ? i
            : ReadWord(i);
    }

    // "в аэропорт, к шести": a block needs a house before it.
    private readonly bool IsToward(int i) => text.Word(i) is "к" && (parts & (AddressParts.Number | AddressParts.House)) == AddressParts.None;

    // "مطر على طريق المطار": people drive on roads, and live there by a number or where they were asked.
    private readonly bool IsOpenRoad(int i) => text.Word(i) is "طريق" && (parts & AddressParts.Asked) == AddressParts.None;

    private readonly int ReadSign(int i)
    {
        // "o'connell street".
        if (words > 0 && text.Call.IsSign(i, '\'') && tokens[i - 1].FoldedLength == 1 && text.Call.IsGlued(i) && !text.Ends(i + 1) && text.Call.IsGlued(i + 1))
        {
            return i;
        }

        if (words > 0 && ReadHouse.IsPossessive(text, i))
        {
            return i + 1;
        }

        var sign = text.Word(i)[0];
        var open = last >= 0 && i - last <= 2;
        return open && (sign is ',' or '-' or '/' or '#' or '№' or '\\' or '>' || (sign is '.' && i > 0 && tokens[i - 1].Kind is TokenKind.Word && tokens[i - 1].FoldedLength <= 4)) ? i : -1;
    }

    private int ReadNumber(int i)
    {
        // "до улицы мира две остановки".
        if (text.QuantityFollows(i) && ((parts & (AddressParts.Street | AddressParts.House)) == AddressParts.None || (tokens[i].Is(TokenShape.Cyrillic) && i > first && (parts & (AddressParts.Number | AddressParts.House)) == AddressParts.None)))
        {
            return -1;
        }

        parts |= AddressParts.Number;
        words = 0;
        last = ReadAddressNumber.End(text, i);
        parts |= ReadAddressNumber.HoldsFraction(text, i, last) ? AddressParts.HousePart : AddressParts.None;
        var letter = ReadStreet.OverHouseLetter(text, last + 1);
        return last = letter > last + 1 && tokens[i].Is(TokenShape.Latin) && ReadAddressWord.StreetComes(text, letter) ? last + 1 : last;
    }

    private int TakeCalledThe(int type)
    {
        parts |= AddressParts.Street;
        return last = type;
    }

    private int ReadType(int i)
    {
        if (tokens[i].Is(NameTraits.StreetLast) && (words > 0 || (i > 0 && tokens[i - 1].Is(WordTraits.Ordinal))) && (parts & (AddressParts.Number | AddressParts.Asked)) != AddressParts.None)
        {
            parts |= AddressParts.Street;
            last = ReadAddressWord.OverSecondType(text, i);
            words = 0;
            return last;
        }

        if (!tokens[i].Is(NameTraits.StreetFirst))
        {
            return -1;
        }

        if (tokens[i].Is(TokenShape.Arabic) && text.IsNumber(i + 1) && !text.Ends(i + 1) && !text.QuantityFollows(i + 1))
        {
            parts |= AddressParts.Street | AddressParts.Number;
            words = 0;
            return last = ReadAddressNumber.End(text, i + 1);
        }

        var (end, strong) = ReadStreet.NameEnd(text, i, parts);
        if (end < 0)
        {
            return -1;
        }

        parts |= strong && !((ReadAddressWord.IsSquare(text, i) || IsOpenRoad(i)) && !text.NumberNear(end + 1, 1)) ? AddressParts.Street : AddressParts.WeakStreet;
        last = end;
        words = 0;
        return end;
    }

    private int ReadWord(int i)
    {
        ref readonly var token = ref tokens[i];
        if (ReadAddressWord.IsSecondAdjective(text, this, i) || ReadAddressWord.IsOrdinalStreet(text, this, i))
        {
            parts |= AddressParts.StreetName;
            return last = i;
        }

        if (ReadAddressWord.NameAfterFlat(text, this, i) is var name and >= 0)
        {
            parts |= AddressParts.StreetName;
            return last = name;
        }

        if (i > text.LineStart && last == i - 2 && ReadAddressWord.IsStreetPreposition(text, this, i - 1))
        {
            parts |= AddressParts.StreetName;
            return last = ReadAddressWord.IsTypeAfterAdjective(text, i) ? i + 1 : i;
        }

        if (text.Asked && i == text.LineStart && AddressQuestions.EndsWithStreet(text, i) && ReadAddressWord.WholeLine(text, i) is var line and >= 0)
        {
            parts |= AddressParts.StreetName;
            return last = line;
        }

        if (token.Is(NameTraits.StreetName) && !ReadRussianStreet.IsQuality(text, i) && (ReadAddressWord.IsHouseNumberNear(text, i + 1) || ReadAddressWord.IsSecondAdjectiveNext(text, i) || (text.IsAnswer(i) && text.Ends(i + 1)) || text.Word(i - 1) is "на" or "по"))
        {
            parts |= AddressParts.StreetName;
            last = i;
            return i;
        }

        if (token.Is(TokenShape.Latin) && PlaceWords.IsCompoundStreet(text.Word(i)) && (text.NumberNear(i + 1, 1) || token.Is(TokenShape.Capital)))
        {
            parts |= AddressParts.Compound;
            last = i;
            return i;
        }

        if (last >= first && i - last <= 2 && (token.Is(WordTraits.Filler | WordTraits.Correction) || (token.Is(WordTraits.Joiner) && token.Is(TokenShape.Latin) && !text.Ends(i + 1) && tokens[i + 1].Is(WordTraits.Filler))))
        {
            return i;
        }

        if (words > 0 && ReadAddressWord.IsNamedHouse(text, i) && (parts & AddressParts.Number) != AddressParts.None)
        {
            return last = i;
        }

        if (token.Is(NameTraits.Place | NameTraits.TownWord | NameTraits.RegionWord | NameTraits.State | NameTraits.Direction))
        {
            parts |= AddressParts.Town;
        }
        else if (!text.IsNameWord(i) || !(token.Is(TokenShape.Capital) || last < first || ReadAddressWord.StreetComes(text, i)
            || ((parts & AddressParts.Asked) != AddressParts.None && ((parts & AddressParts.Number) == AddressParts.None || text.NumberNear(i + 1, 0) || token.Is(WordTraits.Month)))))
        {
            return -1;
        }

        parts |= AddressParts.Words;
        return ++words <= AddressText.MaximumWords ? i : -1;
    }
}
