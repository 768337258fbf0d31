using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Reads numbers of houses and flats with what announces them and the letters after them.</summary>
internal static class ReadAddressNumber
{
    /// <summary>"дом номер пять", "apt. 4", "suite #12": index of the number, or -1.</summary>
    public static int Marked(in AddressText text, int marker)
    {
        var tokens = text.Tokens;
        for (var i = marker + 1; i < tokens.Length && i <= marker + 3; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart))
            {
                return -1;
            }

            if (text.IsNumber(i))
            {
                return text.QuantityFollows(i) || IsDateOrPlace(text, i) || (text.Word(marker) is "дома" && tokens[i].Is(WordTraits.Ordinal)) || IsThousand(text, marker, i) ? -1 : i;
            }

            if (tokens[i].Is(NameTraits.Flat | NameTraits.HousePart) && tokens[marker].Is(NameTraits.House))
            {
                return -1;
            }

            if (text.IsLetter(i) && (tokens[marker].Is(NameTraits.Flat | NameTraits.HousePart) || text.Word(marker) is "block" or "building" or "tower") && text.Word(marker).Length > 2 && i == marker + 1 && !tokens[i].Is(NameTraits.NeverName))
            {
                return i;
            }

            if (!(tokens[i].Kind is TokenKind.Sign && text.Word(i)[0] is '.' or '#' or '№' or ':') && !tokens[i].Is(WordTraits.Filler) && text.Word(i) is not ("номер" or "number" or "no" or "رقم" or "nr" or "بريد" or "البريد"))
            {
                return -1;
            }
        }

        return -1;
    }

    // "вызов врача на дом тысяча девятьсот": no house has such a number.
    private static bool IsThousand(in AddressText text, int marker, int index) =>
        text.Tokens[marker].Is(NameTraits.House) && text.Tokens[index].Is(TokenShape.Cyrillic) && text.RunAt(index).Is(NumberForm.Scale);

    // "собрание дома двадцатого", "дома шестой и восьмой", "очередь на квартиру тысяча двенадцатые": a day of the month, a place in a line.
    private static bool IsDateOrPlace(in AddressText text, int index)
    {
        var last = index;
        while (text.IsNumber(last + 1) && !text.Ends(last + 1))
        {
            last++;
        }

        return text.Tokens[last].Is(WordTraits.Ordinal) && text.Tokens[last].Is(TokenShape.Cyrillic) && text.Word(last) is [.., 'о', 'г', 'о'] or [.., 'е'] or [.., 'ы', 'х'];
    }

    /// <summary>Last token of the number that begins here, with glued words and a letter that ends it.</summary>
    public static int End(in AddressText text, int first)
    {
        var i = first;
        while (!text.Ends(i + 1) && (text.IsNumber(i + 1) || (text.Word(i + 1) is "and" && text.IsNumber(i + 2) && !text.Ends(i + 2)) || (text.Call.IsGlued(i + 1) && text.Tokens[i + 1].Kind is TokenKind.Word) || (text.IsLetter(i + 1) && text.LetterEnds(i + 1) && !(text.Call.IsSign(i + 2, '\'') && text.Call.IsGlued(i + 2)))))
        {
            i++;
        }

        return IsFraction(text, i + 1) ? End(text, i + 2) : i;
    }

    /// <summary>"двадцать два дробь семь": hardly anything but a house.</summary>
    public static bool HoldsFraction(in AddressText text, int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (IsFraction(text, i))
            {
                return true;
            }
        }

        return false;
    }

    // "тридцать два дробь один".
    private static bool IsFraction(in AddressText text, int index) =>
        !text.Ends(index) && text.Tokens[index].Is(WordTraits.Slash) && text.Tokens[index].Is(TokenShape.Cyrillic) && !text.Ends(index + 1) && text.IsNumber(index + 1);
}
