using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>What a speaker takes back beside an address: "five sorry one hundred sixty one cherry tree lane", "six oh five the crescent no not that king street".</summary>
internal static class FindCorrections
{
    private const string Rule = "address-correction";
    private const int LongestCorrection = 5;
    private const int LongestName = 4;

    /// <summary>Looks at what stands before and after an address of this line.</summary>
    public static void Around(in AddressText text, int first, int last, CandidateList found)
    {
        if (!text.Tokens[first].Is(TokenShape.Latin))
        {
            return;
        }

        var before = first - 1;
        while (before > text.LineStart && first - before <= LongestCorrection && IsCorrection(text, before))
        {
            before--;
        }

        if (TakesBack(text, before + 1, first - 1) && before > text.LineStart && text.IsNumber(before) && !text.QuantityFollows(before))
        {
            found.Add(StartOfNumber(text, before), before, PersonalDataType.Address, 0.56f, Rule);
        }

        var after = last + 1;
        while (!text.Ends(after) && after - last <= LongestCorrection && IsCorrection(text, after))
        {
            after++;
        }

        if (TakesBack(text, last + 1, after - 1) && StreetEnd(text, after) is var end and >= 0)
        {
            found.Add(after, WidenAddress.OverFlat(text, end), PersonalDataType.Address, 0.58f, Rule);
        }
    }

    /// <summary>"king street", "north ninth street", "state route nine", "the paddock", "ashgrove": last token of the name of a street that begins here, or -1.</summary>
    public static int StreetEnd(in AddressText text, int index)
    {
        if (text.Ends(index) || !text.Tokens[index].Is(TokenShape.Latin))
        {
            return -1;
        }

        var begin = text.Word(index) is "state" or "county" or "rural" ? index + 1 : index;
        if (Math.Max(ReadCorner.RoadEnd(text, begin), ReadHouse.CalledEnd(text, index)) is var road and >= 0)
        {
            return road;
        }

        for (var i = index; !text.Ends(i) && i - index <= LongestName; i++)
        {
            if (i > index && text.Tokens[i].Is(NameTraits.StreetLast))
            {
                return ReadAddressWord.OverSecondType(text, i);
            }

            if (!(text.IsNameWord(i) || text.Tokens[i].Is(WordTraits.Ordinal) || text.Tokens[i].Is(NameTraits.Direction) || text.Call.IsSign(i, '\'')) || text.Tokens[i].Is(WordTraits.FunctionWord))
            {
                break;
            }
        }

        return text.Tokens[index].FoldedLength >= 5 && text.IsNameWord(index) && !WordGraph.English.Contains(text.Word(index)) && (text.Ends(index + 1) || text.Tokens[index + 1].Is(NameTraits.Flat)) ? index : -1;
    }

    private static bool IsCorrection(in AddressText text, int index) =>
        text.Tokens[index].Is(WordTraits.Correction) || text.Word(index) is "not" or "that" or "it" or "'" or "s" or "is" or "uh" or "um" or "er";

    private static bool TakesBack(in AddressText text, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text.Tokens[i].Is(WordTraits.Correction))
            {
                return true;
            }
        }

        return false;
    }

    private static int StartOfNumber(in AddressText text, int last)
    {
        while (last > text.LineStart && text.IsNumber(last - 1))
        {
            last--;
        }

        return last;
    }
}
