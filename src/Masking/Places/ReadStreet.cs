using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Reads a type of street with the name that stands before or after it.</summary>
internal static class ReadStreet
{
    private const int LongestName = 5;

    /// <summary>"twenty two baker street", "12 rue des lilas", "seven the crescent": a number that a street follows.</summary>
    public static bool FollowsNumber(in AddressText text, int index)
    {
        var tokens = text.Tokens;
        if (index > text.LineStart && (text.IsNumber(index - 1) || (text.Call.IsSign(index - 1, '.') && text.Call.IsGlued(index))))
        {
            return false;
        }

        var i = OverHouseLetter(text, NumberEnd(text, index));
        if (IsCalledThe(text, i) || (ReadHouse.CalledEnd(text, i) >= 0 && LeadsToHouse(text, index)))
        {
            return true;
        }

        var between = 0;
        for (; i < tokens.Length && between <= AddressText.MaximumWords && !tokens[i].Is(TokenShape.LineStart); i++)
        {
            if (tokens[i].Is(NameTraits.Street) && !(between == 0 && (IsSaint(text, i) || IsAlsoName(text, i))))
            {
                return (tokens[i].Is(NameTraits.StreetLast) && (between > 0 || (i > index && tokens[i - 1].Is(WordTraits.Ordinal) && (i - index > 1 || text.NumberNear(i + 1, 0))) || text.Word(i) is "crescent"))
                    || (tokens[i].Is(NameTraits.StreetFirst) && between == 0 && tokens[i].Is(TokenShape.Latin | TokenShape.Arabic));
            }

            if (ReadHouse.IsPossessive(text, i))
            {
                i++;
                continue;
            }

            // "one hundred sixty and then birchwood drive".
            if (between == 0 && i > index && (text.Word(i) is "um" or "uh" or "er" or "erm" or "then" || (text.Word(i) is "and" && !text.Ends(i + 1) && text.Word(i + 1) is "then" or "um" or "uh")))
            {
                continue;
            }

            if (text.Call.IsSign(i, '.') || text.Call.IsSign(i, '\'') || text.Call.IsSign(i, ',') || text.IsNumber(i))
            {
                between += text.IsNumber(i) && between > 0 ? 1 : 0;
                continue;
            }

            // "nine fifty each way": a fare.
            if ((!text.IsNameWord(i) && !tokens[i].Is(NameTraits.Direction)) || (between == 0 && text.Word(i) is "each"))
            {
                return false;
            }

            between++;
        }

        return false;
    }

    // "four six five wharf road".
    private static bool IsAlsoName(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Latin) && text.Tokens[index].FoldedLength >= 4 && !text.Ends(index + 1) && text.Tokens[index + 1].Is(NameTraits.StreetLast) && text.Tokens[index + 1].FoldedLength >= 4;

    // "eleven st andrews close".
    private static bool IsSaint(in AddressText text, int index) =>
        text.Word(index) is "st" && !text.Ends(index + 1) && text.IsNameWord(index + 1) && !text.Tokens[index + 1].Is(NameTraits.Street) && text.Tokens[index + 1].FoldedLength >= 3;

    // "to nineteen the green", "number four the paddocks", and nothing before it at all.
    private static bool LeadsToHouse(in AddressText text, int index) =>
        index == text.LineStart || text.Word(index - 1) is "to" or "at" or "number" or "is" or "s" or "unit" or "flat" or "apartment" || text.Tokens[index - 1].Is(NameTraits.AddressCue);

    /// <summary>"six a saint mary's terrace": a letter that is a word too.</summary>
    public static int OverHouseLetter(in AddressText text, int index) =>
        !text.Ends(index) && !text.Ends(index + 1) && text.Word(index) is "a" or "b" or "c" or "d" && text.IsNameWord(index + 1) ? index + 1 : index;

    /// <summary>"eleven hundred west addison": a number, a direction and a name of no dictionary. Last token of the name, or -1.</summary>
    public static int DirectionNameEnd(in AddressText text, int index)
    {
        var i = NumberEnd(text, index);
        return i > index && !text.Ends(i + 1) && text.Tokens[i].Is(NameTraits.Direction) && text.Tokens[i].FoldedLength >= 4
            && (text.Tokens[i + 1].Is(WordTraits.Ordinal) || (text.IsNameWord(i + 1) && !text.Tokens[i + 1].Is(NameTraits.Role | NameTraits.OrgWord) && !WordGraph.English.Contains(text.Word(i + 1)))) ? i + 1 : -1;
    }

    /// <summary>Last token of the name after the type, and whether it is sure; -1 when no name follows.</summary>
    public static (int End, bool Strong) NameEnd(in AddressText text, int type, AddressParts parts)
    {
        var tokens = text.Tokens;
        var i = text.Call.IsSign(type + 1, '.') ? type + 2 : type + 1;
        var begin = i;
        var (end, strong) = (-1, false);
        for (; i < tokens.Length && i - begin < LongestName; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart) && !(i == begin && tokens[i].Is(TokenShape.Capital)))
            {
                break;
            }

            if ((text.Call.IsSign(i, '-') || text.Call.IsSign(i, '\'') || text.Call.IsSign(i, '’')) && text.Call.IsGlued(i))
            {
                continue;
            }

            // "улица сорока лет октября".
            if (i == begin && text.IsNumber(i) && !text.Ends(i + 1) && text.Word(i + 1) is "лет" && text.IsNameWord(i + 2) && !text.Ends(i + 2))
            {
                (i, end, strong) = (i + 2, i + 2, true);
                continue;
            }

            // "улица двадцати шести комиссаров".
            if (i == begin && IsGenitiveNumber(text, i) && NameAfterNumbers(text, i) is var named and > 0)
            {
                (i, end, strong) = (named, named, true);
                continue;
            }

            if (tokens[i].Is(NameTraits.House | NameTraits.Flat | NameTraits.HousePart) || (text.IsNumber(i) && !text.OrdinalName(i)) || !(text.IsNameWord(i) || text.OrdinalName(i)))
            {
                break;
            }

            if (IsTalk(text.Word(i)) || (i > begin && IsAndTheOther(text, i)))
            {
                break;
            }

            var good = (IsNameOfStreet(text, i) && !IsOrdinaryWord(text, type, i, parts)) || (i > begin && tokens[type].Is(TokenShape.Latin) && text.Word(i - 1) is "de" or "des" or "du" or "la" or "les" or "los" or "las" or "del" or "della");
            if (!good && !text.NumberNear(i + 1, 2) && end >= 0)
            {
                break;
            }

            strong |= good;
            end = good || text.NumberNear(i + 1, 2) || tokens[i].Is(NameTraits.Particle) || IsAskedName(text, i, parts) ? i : end;
            if (end < 0)
            {
                break;
            }
        }

        // "شارع طويل": Arabic names of streets are words too, so where the line begins so, a number or a question has to speak for them.
        strong &= !(text.Tokens[type].Is(TokenShape.Arabic) && type == text.LineStart);
        strong |= end >= 0 && (text.NumberNear(end + 1, 1) || (parts & AddressParts.Asked) != AddressParts.None);
        var latin = tokens[type].Is(TokenShape.Latin);
        return end < 0 || (latin && !strong) || (latin && !text.NumberNear(end + 1, 2) && (parts & AddressParts.Number) == AddressParts.None) ? (-1, false) : (end, strong);
    }

    /// <summary>"невский проспект", "on cherry tree lane": where the name before the type begins; the type itself when there is none.</summary>
    public static int NameStart(in AddressText text, int type, AddressParts parts)
    {
        var tokens = text.Tokens;
        if (!tokens[type].Is(NameTraits.StreetLast) || type == text.LineStart || text.IsNumber(type - 1))
        {
            return type;
        }

        var spoken = SpokenStart(text, type, parts);
        var begin = spoken;
        while (begin > text.LineStart && type - begin < 3 && text.IsNameWord(begin - 1) && !tokens[begin - 1].Is(NameTraits.CueStart) && !tokens[begin - 1].Is(NameTraits.Street) && (!tokens[begin - 1].Is(NameTraits.OrgWord) || (tokens[type].Is(TokenShape.Cyrillic) && EndsLikeAdjective(text.Word(begin - 1))))
            && (begin == type || tokens[begin - 1].Is(TokenShape.Capital) || tokens[begin - 1].Is(NameTraits.StreetName | NameTraits.Direction) || IsSurelyNamed(text, begin - 1)))
        {
            begin--;
        }

        // "хутор ленина улица звездная": the name belongs to the town.
        var isTown = begin > text.LineStart && tokens[type].Is(TokenShape.Cyrillic) && tokens[begin - 1].Is(NameTraits.TownWord);
        return begin < type && !isTown && IsNameBefore(text, type, spoken, parts) ? begin : type;
    }

    /// <summary>"балтийская сорок шесть подъезд три": a name without its type, a number, and what only houses have.</summary>
    public static bool IsBareName(in AddressText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        if (!token.Is(TokenShape.Cyrillic) || token.FoldedLength < 5 || !text.IsNameWord(index) || text.Ends(index + 1) || !text.IsNumber(index + 1)
            || token.Is(NameTraits.House | NameTraits.HousePart | NameTraits.Flat | NameTraits.PostBox | NameTraits.PostcodeWord))
        {
            return false;
        }

        var end = NumberEnd(text, index + 1);
        return !text.Ends(end) && text.Tokens[end].Is(NameTraits.Flat | NameTraits.HousePart | NameTraits.House) && text.Word(end) is not ("к" or "д") && text.IsNumber(end + 1);
    }

    /// <summary>"20789 Allika 46" on a line of its own or after "at": a number, words with capitals, a number.</summary>
    public static bool IsWritten(in AddressText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        if (token.Kind is not TokenKind.Number || token.FoldedLength is < 2 or > 5 || !(index == text.LineStart || text.Word(index - 1) is "at" or "is" or "to" or "on" or ">")
            || text.Call.Language is "ru")
        {
            return false;
        }

        var words = 0;
        for (var i = index + 1; !text.Ends(i) && i - index <= 6; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Number)
            {
                return words is >= 1 and <= 3 && text.Tokens[i].FoldedLength <= 4 && !text.Call.IsGlued(i) && !text.QuantityFollows(i);
            }

            if (text.Tokens[i].Kind is TokenKind.Word ? !text.Tokens[i].Is(TokenShape.Capital) || text.Tokens[i].Is(NameTraits.NeverName) || text.Tokens[i].Is(WordTraits.Month) : text.Word(i)[0] is not ('-' or '.' or '\''))
            {
                return false;
            }

            words += text.Tokens[i].Kind is TokenKind.Word ? 1 : 0;
        }

        return false;
    }

    /// <summary>"seven the mews": types that are names by themselves.</summary>
    public static bool IsCalledThe(in AddressText text, int index) =>
        !text.Ends(index) && !text.Ends(index + 1) && text.Word(index) is "the"
        && text.Word(index + 1) is "crescent" or "mews" or "grove" or "terrace" or "gardens" or "close" or "avenue" or "lane" or "parkway" or "heights" or "square" or "drive" or "boulevard";

    /// <summary>Types that are hardly anything but streets.</summary>
    public static bool IsStrong(ReadOnlySpan<char> type) =>
        type is "street" or "parkway" or "mews" or "terrace" or "grove" or "road" or "avenue" or "ave" or "lane" or "boulevard" or "blvd" or "rd" or "utca" or "crescent";

    public static bool EndsLikeAdjective(ReadOnlySpan<char> word) =>
        word.Length >= 5 && word[^2..] is "ий" or "ый" or "ой" or "ая" or "ом" or "ую" or "ое" or "го" or "яя" or "ей";

    public static bool IsNameOfStreet(in AddressText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        if (token.Is(NameTraits.StreetName | NameTraits.Surname | NameTraits.GivenName | NameTraits.Place) || token.Is(TokenShape.Capital) || text.OrdinalName(index) || token.Is(WordTraits.Month))
        {
            return true;
        }

        var word = text.Word(index);
        return token.Is(TokenShape.Cyrillic) ? EndsLikeAdjective(word) || !WordGraph.Russian.Contains(word)
            : token.Is(TokenShape.Arabic) || !WordGraph.English.Contains(word);
    }

    // "посреди улицы вода", "на улице огромная лужа": without a number or a question a word of the dictionary names a street only
    // when it is an adjective that agrees with "улица".
    private static bool IsOrdinaryWord(in AddressText text, int type, int index, AddressParts parts)
    {
        ref readonly var token = ref text.Tokens[index];
        return token.Is(TokenShape.Cyrillic) && !token.Is(TokenShape.Capital) && !token.Is(NameTraits.StreetName) && !text.OrdinalName(index)
            && (parts & AddressParts.Asked) == AddressParts.None && !text.NumberNear(index + 1, 1)
            && (token.Is(NameTraits.RussianWord) || WordGraph.Russian.Contains(text.Word(index)))
            && !(EndsLikeAdjective(text.Word(index)) && Agrees(text.Word(type), text.Word(index)))
            && !(text.Word(type) is "улица" or "шоссе" or "проспект" or "бульвар" or "площадь" or "переулок" && text.Word(index) is [.., 'о' or 'е', 'в'] or [.., 'е', 'й']);
    }

    private static bool Agrees(ReadOnlySpan<char> type, ReadOnlySpan<char> adjective) => type switch
    {
        "улица" or "площадь" or "набережная" or "аллея" => adjective[^2..] is "ая" or "яя",
        "улицу" or "набережную" or "аллею" => adjective[^2..] is "ую" or "юю",
        "улице" or "улицы" or "площади" or "набережной" or "аллее" or "аллеи" => false,
        _ => true,
    };

    private static bool IsGenitiveNumber(in AddressText text, int index) =>
        text.IsNumber(index) && text.Tokens[index].Is(TokenShape.Cyrillic) && (text.Word(index) is [.., 'т', 'и'] or [.., 'х'] || IsDayOfMonth(text, index));

    // "улица двадцать шестого июня".
    private static bool IsDayOfMonth(in AddressText text, int index) =>
        !text.Ends(index + 1) && !text.Ends(index + 2) && text.Tokens[index + 1].Is(WordTraits.Ordinal) && text.Tokens[index + 2].Is(WordTraits.Month);

    private static int NameAfterNumbers(in AddressText text, int index)
    {
        var i = index;
        while (text.IsNumber(i) && !text.Ends(i + 1))
        {
            i++;
        }

        return text.IsNameWord(i) && !text.IsNumber(i) && (text.Tokens[i].FoldedLength >= 5 || text.Tokens[i].Is(WordTraits.Month)) ? i : -1;
    }

    // "طريق المطار والزحمة واقفة".
    private static bool IsAndTheOther(in AddressText text, int index) => text.Word(index).StartsWith("وال", StringComparison.Ordinal);

    // Words that follow "улица" and "проезд" in talk about streets.
    private static bool IsTalk(ReadOnlySpan<char> word) =>
        word is "рядом" or "около" or "возле" or "стоит" or "где" or "есть" or "нет" or "ничего" or "закрыт" or "закрыта" or "перекрыт" or "перекрыта" or "платный" or "бесплатный" or "запрещен"
            or "واسع" or "ضيق" or "طويل" or "زحمه" or "مزدحم" or "مسكر" or "مقفل" or "مسدود" or "فرعي" or "جانبي" or "هادي" or "ثاني" or "تاني";

    private static int NumberEnd(in AddressText text, int index)
    {
        var i = index;
        while (text.Exists(i) && !(i > index && text.Ends(i))
            && (text.IsNumber(i) || (i > index && text.Tokens[i].Is(WordTraits.Filler | WordTraits.Joiner) && text.IsNumber(i + 1)) || (text.Tokens[i].FoldedLength == 1 && text.Call.IsGlued(i))
                || (text.Tokens[i].Is(NameTraits.HousePart) && !text.Tokens[i].Is(TokenShape.Cyrillic))))
        {
            i++;
        }

        return i;
    }

    // "шоссе энтузиастов", in answer to the question which street.
    private static bool IsAskedName(in AddressText text, int index, AddressParts parts) =>
        (parts & AddressParts.Asked) != AddressParts.None && text.Tokens[index].Is(TokenShape.Cyrillic) && text.Tokens[index].FoldedLength >= 4;

    private static int SpokenStart(in AddressText text, int type, AddressParts parts)
    {
        if (!text.Tokens[type].Is(TokenShape.Latin) || !(IsStrong(text.Word(type)) || (parts & AddressParts.Asked) != AddressParts.None || IsTheOneOn(text, type)))
        {
            return type;
        }

        for (var i = type - 1; i >= text.LineStart && type - i <= 3 && text.IsNameWord(i); i--)
        {
            if (i == text.LineStart || AfterPreposition(text, i))
            {
                return i == text.LineStart && (parts & AddressParts.Asked) == AddressParts.None ? type : i;
            }
        }

        return type;
    }

    /// <summary>"which branch" / "the one on castle rise": a type that is a word too names a street after this.</summary>
    public static bool IsTheOneOn(in AddressText text, int type)
    {
        for (var i = type - 2; i > text.LineStart && type - i <= 4; i--)
        {
            if (text.Word(i) is "on" or "in" or "at")
            {
                return text.Word(i - 1) is "one" or "branch" or "store" or "shop" or "pharmacy" or "office" or "surgery" or "clinic";
            }
        }

        return false;
    }

    private static bool IsNameBefore(in AddressText text, int type, int spoken, AddressParts parts)
    {
        ref readonly var before = ref text.Tokens[type - 1];
        var word = text.Word(type - 1);
        if (text.Tokens[type].Is(TokenShape.Cyrillic))
        {
            // "горячая линия": lines that people live on are counted, or houses are on them.
            if (text.Word(type).StartsWith("лини", StringComparison.Ordinal) && !text.NumberNear(type + 1, 1))
            {
                return false;
            }

            return before.Is(NameTraits.StreetName) || before.Is(NameTraits.GivenName) ? before.Is(NameTraits.StreetName) : (EndsLikeAdjective(word) && !WordGraph.Russian.Contains(word))
                || (EndsLikeAdjective(word) && (before.Is(TokenShape.Capital) || text.NumberNear(type + 1, 1)));
        }

        return text.Tokens[type].Is(TokenShape.Latin)
            && (before.Is(TokenShape.Capital) || spoken < type || (parts & AddressParts.Asked) != AddressParts.None || (IsStrong(text.Word(type)) && IsSurelyNamed(text, type - 1)));
    }

    // A word of no dictionary, or a surname that is nothing else, before "street".
    private static bool IsSurelyNamed(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Latin) && text.Call.Language is "en" && text.Tokens[index].FoldedLength >= 4
        && !text.Tokens[index].Is(NameTraits.EnglishWord) && !WordGraph.English.Contains(text.Word(index));

    private static bool AfterPreposition(in AddressText text, int index) =>
        index > text.LineStart && text.Word(index - 1) is "on" or "at" or "from" or "near" or "is" or "off" or "s";
}
