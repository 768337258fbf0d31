using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>What a single word is worth to the address that it stands in: a house by name, a second part of a street's name, a whole line.</summary>
internal static class ReadAddressWord
{
    /// <summary>A type of street or a house by name within a few words.</summary>
    public static bool StreetComes(in AddressText text, int index)
    {
        for (var i = index; i < text.Tokens.Length && i <= index + AddressText.MaximumWords; i++)
        {
            if (text.Tokens[i].Is(NameTraits.StreetLast) || (i > index && IsNamedHouse(text, i)))
            {
                return true;
            }

            if (!text.IsNameWord(i) && !text.IsNumber(i) && !text.Call.IsSign(i, '\'') && !IsNamedHouse(text, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"flat twelve albion house".</summary>
    public static bool IsNamedHouse(in AddressText text, int index) =>
        text.Word(index) is "house" or "court" or "lodge" or "mansions" or "building" or "tower" or "towers" or "cottage" or "villa" or "apartments" or "estate" or "manor" or "hall";

    /// <summary>"первая зелёная вторая мигает": a house is not counted by an ordinal.</summary>
    public static bool IsHouseNumberNear(in AddressText text, int next) =>
        text.NumberNear(next, 1) && (text.Asked || !(text.Tokens[next].Is(WordTraits.Ordinal) && text.Tokens[next].Is(TokenShape.Cyrillic)));

    /// <summary>"suite two ten eighteen hundred market", "unit fourteen canal works please": a name after the numbers, up to where the line goes on with other words.</summary>
    public static int NameAfterFlat(in AddressText text, in ReadAddress read, int i)
    {
        if ((read.Parts & (AddressParts.Flat | AddressParts.PostBox)) == AddressParts.None || read.Last != i - 1 || !(text.IsNumber(i - 1) || text.IsLetter(i - 1)) || !text.Tokens[i].Is(TokenShape.Latin))
        {
            return -1;
        }

        var begin = text.Word(i) is "the" && !text.Ends(i + 1) ? i + 1 : i;
        var end = ReadBareStreet.EndOfName(text, begin);
        return end >= begin && (text.Tokens[begin].FoldedLength >= 4 || end > begin) && !StreetComes(text, begin) && (text.Ends(end + 1) || (!text.IsNumber(end + 1) && ReadStreet.IsNameOfStreet(text, begin))) ? end : -1;
    }

    /// <summary>"тверская ямская двадцать".</summary>
    public static bool IsSecondAdjective(in AddressText text, in ReadAddress read, int i) =>
        (read.Parts & AddressParts.StreetName) != AddressParts.None && read.Last == i - 1 && text.Tokens[i].Is(TokenShape.Cyrillic) && text.IsNameWord(i)
        && ReadStreet.EndsLikeAdjective(text.Word(i)) && text.IsNumber(i + 1) && !text.Ends(i + 1);

    /// <summary>The next word is a second adjective before the number.</summary>
    public static bool IsSecondAdjectiveNext(in AddressText text, int i) =>
        !text.Ends(i + 1) && text.Tokens[i + 1].Is(TokenShape.Cyrillic) && text.IsNameWord(i + 1) && ReadStreet.EndsLikeAdjective(text.Word(i + 1)) && !text.Ends(i + 2) && text.IsNumber(i + 2);

    /// <summary>"верхняя масловка": all that the line says, in up to three words.</summary>
    public static int WholeLine(in AddressText text, int first)
    {
        // "the whole street", "the other one".
        if (!text.Ends(first + 1) && text.Word(first) is "the" && text.Word(first + 1) is "whole" or "entire" or "same" or "other" or "next" or "main" or "right" or "left")
        {
            return -1;
        }

        var end = first;
        while (text.IsNameWord(end) && !EndsName(text, end + 1) && end - first < 2)
        {
            end++;
        }

        return text.IsNameWord(end) && EndsName(text, end + 1) ? end : -1;
    }

    // "береговая номер дома".
    private static bool EndsName(in AddressText text, int next) => text.Ends(next) || (text.Word(next) is "номер" or "дом" && text.Tokens[next].Is(TokenShape.Cyrillic));

    /// <summary>"улица" / "вторая озёрная".</summary>
    public static bool IsOrdinalStreet(in AddressText text, in ReadAddress read, int i) =>
        text.Asked && read.Last == i - 1 && i - 1 == text.LineStart && text.Tokens[i - 1].Is(WordTraits.Ordinal) && text.Ends(i + 1) && text.IsNameWord(i) && AddressQuestions.EndsWithStreet(text, text.LineStart);

    /// <summary>"дом двенадцать по улице ткачей", "дому сорок три на щорса".</summary>
    public static bool IsStreetPreposition(in AddressText text, in ReadAddress read, int i) =>
        read.Last >= read.First && i == read.Last + 1 && (read.Parts & (AddressParts.Number | AddressParts.House)) == (AddressParts.Number | AddressParts.House) && text.Word(i) is "по" or "на"
        && !text.Ends(i + 1) && (text.Tokens[i + 1].Is(NameTraits.Street | NameTraits.StreetName) || IsTypeAfterAdjective(text, i + 1) || (text.Tokens[i + 1].Is(TokenShape.Cyrillic) && text.Tokens[i + 1].Word == 0 && text.Ends(i + 2)));

    /// <summary>"дмитровскому шоссе", "садовой улице".</summary>
    public static bool IsTypeAfterAdjective(in AddressText text, int i) =>
        !text.Ends(i) && !text.Ends(i + 1) && text.Tokens[i].Is(TokenShape.Cyrillic) && text.Tokens[i + 1].Is(NameTraits.Street) && text.Word(i) is [.., 'м', 'у'] or [.., 'о' or 'е', 'м' or 'й'];

    /// <summary>"بناية الفردوس شقة تسعة".</summary>
    public static bool IsNamedBuilding(in AddressText text, in ReadAddress read, int i) =>
        text.Tokens[i].Is(NameTraits.House) && text.Tokens[i].Is(TokenShape.Arabic) && read.Last >= read.First && !text.Ends(i + 1) && text.IsNameWord(i + 1) && !text.IsNumber(i + 1)
        && (text.Ends(i + 2) || text.Tokens[i + 2].Is(NameTraits.Flat | NameTraits.HousePart | NameTraits.House));

    /// <summary>An office alone is a company's; "unit two of the course" is no place.</summary>
    public static AddressParts FlatOrOffice(in AddressText text, int i)
    {
        var end = text.IsNumber(i + 1) ? ReadAddressNumber.End(text, i + 1) : i;
        return text.Word(i) is "офис" or "офиса" or "офисе" or "оф" or "комната" or "помещение" || (!text.Ends(end + 1) && text.Word(end + 1) is "of") ? AddressParts.HousePart : AddressParts.Flat;
    }

    /// <summary>"от площади ленина": people meet and change trains on squares, and live on few.</summary>
    public static bool IsSquare(in AddressText text, int i) => text.Tokens[i].Is(TokenShape.Cyrillic) && text.Word(i).StartsWith("площад", StringComparison.Ordinal);

    /// <summary>"ten downs view crescent", "nine abbey road cottages", "twelfth street northwest": what may stand after a type of street.</summary>
    public static int OverSecondType(in AddressText text, int i) =>
        !text.Ends(i + 1) && text.Tokens[i + 1].Is(TokenShape.Latin)
        && (text.Tokens[i + 1].Is(NameTraits.StreetLast) || IsRow(text.Word(i + 1)) || (text.Tokens[i + 1].Is(NameTraits.Direction) && text.Tokens[i + 1].FoldedLength >= 4)) ? i + 1 : i;

    private static bool IsRow(ReadOnlySpan<char> word) => word is "cottages" or "mansions" or "villas" or "buildings" or "flats" or "apartments" or "estate" or "arcade" or "parade" or "extension";
}
