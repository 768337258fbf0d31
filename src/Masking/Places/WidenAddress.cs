using Earshot.Masking.Identifiers;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Takes in what stands around the heart of an address: a number before it, town, country and postal code after it.</summary>
internal static class WidenAddress
{
    private const int Farthest = 14;
    private const int LongestPostcode = 10;

    /// <summary>First token of an address whose heart begins here: "4870 Hauptstraße 9", "P.O. Box 4", "город тверь улица …".</summary>
    public static int First(in AddressText text, int first)
    {
        var tokens = text.Tokens;
        if (IsCorner(text, first))
        {
            return text.Word(first - 3) is "the" ? first - 3 : first - 2;
        }

        if (first > text.LineStart && text.Word(first) is "hundred" && text.Word(first - 1) is "a")
        {
            return first - 1;
        }

        first = OverYears(text, first);
        while (first - 2 >= text.LineStart && text.Call.IsSign(first - 1, '.') && text.Word(first - 2) is "o" or "p")
        {
            first -= 2;
        }

        while (first - 1 >= text.LineStart && text.Word(first - 1) is "p" or "o" or "po" && tokens[first].Is(NameTraits.PostBox) | text.Word(first) is "o")
        {
            first--;
        }

        if (first > text.LineStart && tokens[first - 1].Kind is TokenKind.Number && tokens[first - 1].Length <= 5 && tokens[first].Is(TokenShape.Capital)
            && !(first > text.LineStart + 1 && text.Call.IsGlued(first - 1)))
        {
            return first - 1;
        }

        return OverTown(text, OverStreet(text, OverStorey(text, first)));
    }

    // "level eight one hundred george street", "third floor flat twenty two".
    private static int OverStorey(in AddressText text, int first) =>
        first > text.LineStart && text.IsNumber(first) && text.Word(first - 1) is "level" or "lot" or "plot" or "unit" or "number" ? first - 1
        : first - 2 >= text.LineStart && text.Word(first - 1) is "floor" && text.Tokens[first - 2].Is(WordTraits.Ordinal) ? first - 2
        : first;

    /// <summary>Last token of an address whose heart ends here, with town and postal code.</summary>
    public static int Last(in AddressText text, int first, int last, AddressParts parts)
    {
        if ((parts & AddressParts.Number) == AddressParts.None)
        {
            return last;
        }

        last = IsCorner(text, first) || (text.Word(first) is "the" or "corner" && IsCorner(text, text.Word(first) is "the" ? first + 3 : first + 2)) ? OverCorner(text, last) : last;
        var written = text.Tokens[first].Is(TokenShape.Capital) || text.Tokens[first].Kind is TokenKind.Number;
        return OverSpokenPostcode(text, OverSpokenTown(text, written ? OverWrittenTown(text, last) : last));
    }

    // "one forty nine upper mill road b d four six e h": letters and digits of a British postcode right after.
    private static int OverSpokenPostcode(in AddressText text, int last)
    {
        if (text.Ends(last + 1) || text.Tokens[last + 1].FoldedLength != 1 || !text.Tokens[last + 1].Is(TokenShape.Latin) || text.Call.Language is not "en")
        {
            return last;
        }

        var end = last;
        while (!text.Ends(end + 1) && end - last < LongestPostcode && (text.IsNumber(end + 1) || (text.Tokens[end + 1].FoldedLength == 1 && text.Tokens[end + 1].Kind is TokenKind.Word)))
        {
            end++;
        }

        Span<char> code = stackalloc char[LongestPostcode];
        var length = end > last ? WriteCode.From(text.Call, last + 1, end, code) : 0;
        return length >= 5 && CodePattern.IsUkPostcode(code[..length]) ? end : last;
    }

    /// <summary>"… apartment six" right after the name of a street.</summary>
    public static int OverFlat(in AddressText text, int last) =>
        !text.Ends(last + 1) && text.Tokens[last + 1].Is(NameTraits.Flat) && ReadAddressNumber.Marked(text, last + 1) is var number and > 0 ? ReadAddressNumber.End(text, number) : last;

    // "the corner of Main Street and King Drive".
    private static bool IsCorner(in AddressText text, int first) =>
        first - 2 >= text.LineStart && text.Exists(first) && first - 3 >= 0 && text.Word(first - 1) is "of" && text.Word(first - 2) is "corner";

    private static int OverCorner(in AddressText text, int last)
    {
        if (text.Ends(last + 2) || text.Word(last + 1) is not "and")
        {
            return last;
        }

        var end = last;
        for (var i = last + 2; !text.Ends(i) && i - last <= 5 && (text.Tokens[i].Is(TokenShape.Capital) || text.Tokens[i].Kind is TokenKind.Number || text.Tokens[i].Is(NameTraits.Street)); i++)
        {
            end = i;
        }

        return end;
    }

    // "московская область город химки" before the street.
    private static int OverTown(in AddressText text, int first)
    {
        var (begin, i) = (first, first - 1);
        var tokens = text.Tokens;
        while (i >= text.LineStart && first - i <= 8 && (text.Call.IsSign(i, ',') || tokens[i].Is(TokenShape.Cyrillic | TokenShape.Arabic)))
        {
            var named = i > text.LineStart && text.IsNameWord(i) && tokens[i - 1].Is(NameTraits.TownWord);
            if (!named && i - 2 >= text.LineStart && i == begin - 1 && text.IsNameWord(i) && text.IsNameWord(i - 1) && tokens[i - 2].Is(NameTraits.TownWord))
            {
                // "деревня малые вязёмы".
                (begin, i) = (i - 2, i - 3);
                continue;
            }

            if (i == begin - 1 && text.Word(i) is "республика" or "республики" && tokens[begin].Is(NameTraits.Place))
            {
                (begin, i) = (i, i - 1);
                continue;
            }

            var region = i > text.LineStart && tokens[i].Is(NameTraits.RegionWord) && ReadStreet.EndsLikeAdjective(text.Word(i - 1));
            if (!named && !region && !(i == begin - 1 && tokens[i].Is(NameTraits.TownWord)) && !tokens[i].Is(NameTraits.Place) && !text.Call.IsSign(i, ','))
            {
                break;
            }

            begin = text.Call.IsSign(i, ',') ? begin : named || region ? i - 1 : i;
            i -= named || region ? 2 : 1;
        }

        return begin > text.LineStart && tokens[begin].Is(NameTraits.TownWord | NameTraits.Street) && IsKindOfVillage(text.Word(begin - 1)) ? begin - 1 : begin;
    }

    private static bool IsKindOfVillage(ReadOnlySpan<char> word) =>
        word is "коттеджный" or "коттеджном" or "коттеджного" or "дачный" or "дачном" or "садовое" or "садовом" or "рабочий" or "жилой";

    // "третий микрорайон дом пять", "на большой ордынке семь": what belongs to the name before it.
    private static int OverStreet(in AddressText text, int first)
    {
        var begin = first;
        if (begin > text.LineStart && text.Tokens[begin].Is(TokenShape.Cyrillic) && text.Tokens[begin - 1].Is(NameTraits.Street))
        {
            begin--;
        }

        if (begin > text.LineStart && ReadRussianStreet.IsFullName(text, begin) && !text.Tokens[begin - 1].Is(NameTraits.Street))
        {
            return begin - 1;
        }

        return begin > text.LineStart && text.Tokens[begin].Is(TokenShape.Cyrillic)
            && ((text.Tokens[begin - 1].Is(WordTraits.Ordinal) && text.Tokens[begin].Is(NameTraits.Street | NameTraits.StreetName)) || IsSize(text.Word(begin - 1))) ? begin - 1 : begin;
    }

    private static bool IsSize(ReadOnlySpan<char> word) =>
        word is "большая" or "большой" or "большую" or "малая" or "малой" or "малую" or "новая" or "новой" or "новую" or "старая" or "старой" or "старую" or "верхняя" or "верхней" or "верхнюю"
            or "нижняя" or "нижней" or "нижнюю" or "средняя" or "средней" or "среднюю" or "маршала" or "академика" or "генерала" or "адмирала" or "героя";

    // "улица сорок лет октября".
    private static int OverYears(in AddressText text, int first)
    {
        if (first - 2 < text.LineStart || text.Word(first - 1) is not "лет" || !text.IsNumber(first - 2))
        {
            return first;
        }

        while (first - 2 >= text.LineStart && (text.IsNumber(first - 2) || text.Tokens[first - 2].Is(NameTraits.Street)))
        {
            first--;
        }

        return first - 1;
    }

    // Capitals and commas up to a number of four digits or more, or up to a known place.
    private static int OverWrittenTown(in AddressText text, int last)
    {
        var end = last;
        var tokens = text.Tokens;
        for (var i = last + 1; i < tokens.Length && i - last <= Farthest && !tokens[i].Is(TokenShape.TurnStart); i++)
        {
            if (tokens[i].Kind is TokenKind.Number && tokens[i].Length is >= 3 and <= 6 && !text.Call.IsGlued(i))
            {
                return text.Call.IsSign(i + 1, '-') && text.Call.IsGlued(i + 1) && i + 2 < tokens.Length && tokens[i + 2].Kind is TokenKind.Number ? i + 2
                    : tokens[i].Length >= 4 || text.Ends(i + 1) ? i : end;
            }

            if (!(tokens[i].Is(TokenShape.Capital) && !tokens[i].Is(NameTraits.NeverName | NameTraits.AddressCue)) && !(tokens[i].Kind is TokenKind.Sign && text.Word(i)[0] is ',' or '.' or '>' or '\\' or '-')
                && !tokens[i].Is(NameTraits.Particle | NameTraits.State) && text.Word(i) is not "nan")
            {
                return end;
            }

            end = tokens[i].Is(NameTraits.Place) && tokens[i].Is(TokenShape.Capital) ? i : end;
        }

        return end;
    }

    // "… apartment one dundee two seven two seven one".
    private static int OverSpokenTown(in AddressText text, int last)
    {
        var tokens = text.Tokens;
        for (var i = last + 1; !text.Ends(i) && i - last <= 4; i++)
        {
            if (text.IsNumber(i))
            {
                return i > last + 1 && text.PostcodeEnd(i) is var end and >= 0 ? end : last;
            }

            if (i == last + 1 && text.Ends(i + 1) && IsUnknownTown(text, i))
            {
                return i;
            }

            if (i == last + 1 && TownBeforeState(text, i) is var state and >= 0)
            {
                i = last = state;
                continue;
            }

            if (!tokens[i].Is(NameTraits.Place | NameTraits.State | NameTraits.PostcodeWord | NameTraits.TownWord) && !text.Call.IsSign(i, ','))
            {
                return last;
            }
        }

        return last;
    }

    // "post office box ninety three cedar falls iowa": one or two words of any kind before a state or a town that is known.
    private static int TownBeforeState(in AddressText text, int town)
    {
        for (var i = town; !text.Ends(i) && i - town <= 2 && text.Tokens[i].Is(TokenShape.Latin); i++)
        {
            if (text.Tokens[i].Is(NameTraits.Place) && text.Tokens[i].FoldedLength > 3 && text.Call.Language is "en")
            {
                return i;
            }

            if (!text.IsNameWord(i) || text.IsNumber(i) || text.Tokens[i].Is(NameTraits.NeverName | NameTraits.CueStart) || text.Tokens[i].Is(WordTraits.FunctionWord | WordTraits.Filler))
            {
                return -1;
            }
        }

        return -1;
    }

    // "four peace road oakville": the last word of the line, of no dictionary.
    private static bool IsUnknownTown(in AddressText text, int index) =>
        text.Call.Language is "en" && text.Tokens[index].Is(TokenShape.Latin) && text.Tokens[index].FoldedLength >= 4 && text.IsNameWord(index)
        && text.Tokens[index].Word == 0 && !WordGraph.English.Contains(text.Word(index));
}
