using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>"the corner of elm and ninth", "highway nine north", "rural route two box eighty seven": places named by roads without a type of street.</summary>
internal static class ReadCorner
{
    /// <summary>Last token of the two roads that cross here; -1 when this is no such corner.</summary>
    public static int CornerEnd(in AddressText text, int corner)
    {
        if (text.Word(corner) is not "corner" || text.Ends(corner + 1) || text.Word(corner + 1) is not "of")
        {
            return -1;
        }

        var first = Road(text, corner + 2, out var isKnown);
        if (first < 0 || text.Ends(first + 1) || text.Word(first + 1) is not ("and" or "&"))
        {
            return -1;
        }

        var last = Road(text, first + 2, out var isAlsoKnown);
        return last >= 0 && (isKnown || isAlsoKnown) ? last : -1;
    }

    /// <summary>"county road twelve", "highway nine north", "rural route two box eighty seven"; -1 when no number follows.</summary>
    public static int RoadEnd(in AddressText text, int road)
    {
        if (!IsNumberedRoad(text, road) || !text.IsNumber(road + 1) || text.Ends(road + 1))
        {
            return -1;
        }

        var end = ReadAddressNumber.End(text, road + 1);
        if (!text.Ends(end + 1) && text.Tokens[end + 1].Is(NameTraits.Direction) && text.Tokens[end + 1].FoldedLength >= 4)
        {
            end++;
        }

        return !text.Ends(end + 2) && text.Word(end + 1) is "box" && text.IsNumber(end + 2) ? ReadAddressNumber.End(text, end + 2) : end;
    }

    /// <summary>"rural route", said before a number, belongs to nobody but a house in the country.</summary>
    public static bool IsRural(in AddressText text, int route) =>
        text.Word(route) is "route" && route > text.LineStart && text.Word(route - 1) is "rural" && text.IsNumber(route + 1) && !text.Ends(route + 1);

    /// <summary>"four four two one highway nine north".</summary>
    public static int NumberedRoadEnd(in AddressText text, int index)
    {
        var road = text.RunAt(index).Last + 1;
        return road > index && !text.Ends(road + 1) ? Math.Max(RoadEnd(text, road), RoadEnd(text, road + 1)) : -1;
    }

    private static bool IsNumberedRoad(in AddressText text, int road) =>
        text.Word(road) is "highway" or "hwy" || IsRural(text, road)
        || (text.Word(road) is "road" or "route" or "highway" && road > text.LineStart && text.Word(road - 1) is "county" or "state" or "farm" or "township" or "forest");

    private static int Road(in AddressText text, int first, out bool isKnown)
    {
        isKnown = false;
        var end = -1;
        for (var i = first; !text.Ends(i) && i - first < 3; i++)
        {
            ref readonly var token = ref text.Tokens[i];
            var isOrdinal = token.Is(WordTraits.Ordinal);
            if (!isOrdinal && !token.Is(NameTraits.StreetLast) && !(text.IsNameWord(i) && !text.Tokens[i].Is(NameTraits.NeverName | NameTraits.CueStart)))
            {
                break;
            }

            isKnown |= isOrdinal || token.Is(NameTraits.StreetLast) || ReadStreet.IsNameOfStreet(text, i);
            end = i;
            if (isOrdinal || token.Is(NameTraits.StreetLast))
            {
                break;
            }
        }

        return end;
    }
}
