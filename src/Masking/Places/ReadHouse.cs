using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>English houses that have a name beside their number, or only one of the two: "eleven the maltings", "the old bakery mill lane", "at number forty three".</summary>
internal static class ReadHouse
{
    private const int LongestName = 4;
    private const int FarthestVerb = 8;

    /// <summary>"the maltings", "the old foundry" up to where the sentence goes on: last token of the name, or -1.</summary>
    public static int CalledEnd(in AddressText text, int the)
    {
        if (text.Ends(the) || text.Ends(the + 1) || text.Word(the) is not "the")
        {
            return -1;
        }

        var last = text.Word(the + 1) is "old" or "new" or "upper" or "lower" && !text.Ends(the + 2) ? the + 2 : the + 1;
        return IsNameOfHouses(text.Word(last)) && EndsAfter(text, last) ? last : -1;
    }

    /// <summary>"leave it next door at number forty three": a number of a house that nothing but the word tells.</summary>
    public static bool IsNumbered(in AddressText text, int index)
    {
        var announced = index - 1;
        if (announced <= text.LineStart || text.Word(announced) is not "number" || text.Word(announced - 1) is not ("at" or "to" or "with" or "from" or "by")
            || text.RunAt(index) is not { Count: >= 1 and <= 3 } run || !EndsAfter(text, run.Last) || (!text.Ends(run.Last + 1) && text.Word(run.Last + 1) is "of"))
        {
            return false;
        }

        for (var i = announced - 2; i >= text.LineStart && announced - i <= FarthestVerb; i--)
        {
            if (text.Word(i) is "neighbour" or "neighbor" or "neighbours" or "neighbors" or "door" or "leave" or "left" or "deliver" or "delivered" or "parcel" or "live" or "lives")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"my address is the old bakery mill lane": where the name of the house before the street begins; the street itself where there is none.</summary>
    public static int NameStart(in AddressText text, int street)
    {
        var begin = street;
        while (begin > text.LineStart && street - begin < LongestName && (text.IsNameWord(begin - 1) || text.Word(begin - 1) is "the") && text.Tokens[begin - 1].Is(TokenShape.Latin)
            && (!text.Tokens[begin - 1].Is(NameTraits.CueStart) || text.Word(begin - 1) is "the") && text.Tokens[begin - 1].FoldedLength >= 3)
        {
            begin--;
        }

        return begin < street && text.Word(begin) is "the" && (begin == text.LineStart || text.Word(begin - 1) is "is" or "s" or "to" or "at" or "yes" or "yeah") ? begin : street;
    }

    /// <summary>The "s" of "saint mary's terrace".</summary>
    public static bool IsPossessive(in AddressText text, int sign) =>
        text.Call.IsSign(sign, '\'') && !text.Ends(sign + 1) && text.Call.IsGlued(sign) && text.Call.IsGlued(sign + 1) && text.Word(sign + 1) is "s";

    private static bool EndsAfter(in AddressText text, int last) =>
        text.Ends(last + 1) || text.Tokens[last + 1].Kind is TokenKind.Sign || text.Word(last + 1) is "behind" or "near" or "opposite" or "please" or "beside"
        || text.Tokens[last + 1].Is(WordTraits.FunctionWord | WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner) || text.Tokens[last + 1].Is(NameTraits.NeverName | NameTraits.Place | NameTraits.PostcodeWord | NameTraits.Flat);

    private static bool IsNameOfHouses(ReadOnlySpan<char> word) =>
        word is "maltings" or "paddocks" or "paddock" or "green" or "beeches" or "elms" or "oaks" or "limes" or "cedars" or "willows" or "hollies" or "laurels" or "firs" or "pines" or "birches" or "poplars" or "chestnuts"
            or "sycamores" or "ridings" or "spinney" or "hawthorns" or "glebe" or "moorings" or "coppice" or "copse" or "dell" or "croft" or "crofts" or "causeway" or "strand" or "esplanade" or "promenade" or "shambles"
            or "knoll" or "leas" or "lawns" or "pastures" or "rookery" or "stables" or "vineyard" or "woodlands" or "wynd" or "yews" or "granary" or "foundry" or "forge" or "smithy" or "bakery" or "rectory" or "vicarage"
            or "manor" or "lodge" or "schoolhouse" or "cottages" or "almshouses" or "galleries" or "lofts" or "brewery" or "dairy" or "orchard" or "orchards" or "quays" or "wharf" or "hollow" or "banks" or "meadows" or "uplands" or "timberyard" or "boathouse" or "courtyard" or "arches" or "gatehouse" or "barns" or "priory" or "warren" or "chantry" or "quarry" or "haven" or "bungalow" or "annexe" or "parade" or "oval" or "esplanade";
}
