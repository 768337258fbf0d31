using System.Collections.Frozen;
using Earshot.Masking.Languages;
using Earshot.Masking.Names;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Russian streets and flats that grammar tells without their words: "на вавилова четыре", "к тельмана сорок", "из сорок четвёртой квартиры".</summary>
internal static class ReadRussianStreet
{
    private static readonly FrozenSet<string> Landscape =
        """
        объездн транспортн дорожн почтов речн озерн степн нагорн горн подгорн совхозн колхозн клубн больничн госпитальн аэродромн авиационн линейн складочн кооперативн овражн родников ключев прудов
        сиренев тополин тополев кленов рябинов ольхов липов дубов орехов грушев малинов каштанов жасминов черемухов ивов вишнев березов сосновск хвойн таежн боров дачн огородн юбилейн народн соборн базарн
        торгов ярмарочн вокзальн станционн привокзальн портов пристаньск набережн берегов весенн осенн солнечн лунн звездн радужн светл тенист привольн раздольн просторн отрадн придорожн окружн кольцев
        железнодорожн элеваторн мельничн кирпичн стекольн лесопарков парков садов полев лугов зареч заречн лесн школьн центральн молодежн студенческ профсоюзн индустриальн промышленн шахтн рудничн карьерн каменн песочн болотн
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LandscapeBySpan = Landscape.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A surname in the genitive, or an adjective of a place, behind a preposition and before a number that ends the clause.</summary>
    public static bool IsAfterPreposition(in AddressText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        return token.FoldedLength >= 5 && index > text.LineStart && (IsPreposition(text.Word(index - 1)) || (IsFullName(text, index) && IsPreposition(text.Word(index - 2))))
            && !token.Is(WordTraits.Ordinal | WordTraits.Number | WordTraits.Month | WordTraits.Unit) && text.IsNameWord(index) && !token.Is(NameTraits.House | NameTraits.HousePart | NameTraits.Flat | NameTraits.Role | NameTraits.OrgWord)
            && IsHouse(text, index + 1) && (token.Is(NameTraits.StreetName) || IsNamedAfterSomebody(text, index) || IsOfPlace(text, index));
    }

    /// <summary>"в двенадцатой квартире": first token of the ordinal before the word, or -1.</summary>
    public static int OrdinalFlatStart(in AddressText text, int flat)
    {
        if (flat <= text.LineStart || !text.Word(flat).StartsWith("квартир", StringComparison.Ordinal) || !text.Tokens[flat - 1].Is(WordTraits.Ordinal) || text.Word(flat - 1)[^2..] is not ("ой" or "ей" or "ую"))
        {
            return -1;
        }

        var first = flat - 1;
        while (first > text.LineStart && text.IsNumber(first - 1))
        {
            first--;
        }

        return first > text.LineStart && text.Word(first - 1) is "из" or "в" or "во" or "с" or "со" or "от" or "над" or "под" or "к" ? first : -1;
    }

    /// <summary>"розы люксембург", "степана разина": the given name belongs to the street.</summary>
    public static bool IsFullName(in AddressText text, int index) =>
        index - 2 >= text.LineStart && text.Tokens[index].Is(NameTraits.StreetName) && text.Tokens[index - 1].Is(NameTraits.GivenName) && text.Tokens[index].Is(TokenShape.Cyrillic);

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "на" or "к" or "до" or "с" or "от" or "у" or "по";

    // A number of a house, and with it the clause ends: "на кутузова семь слушаю", not "на иванова два билета".
    private static bool IsHouse(in AddressText text, int index)
    {
        if (text.RunAt(index) is not { Count: >= 1 and <= 4 } run || run.Is(NumberForm.Quantity | NumberForm.Time | NumberForm.Scale | NumberForm.Date | NumberForm.Ordinal | NumberForm.Amount) || text.QuantityFollows(index) || ReadPrice.Is(run, text.Call.Numbers.Digits(run)))
        {
            return false;
        }

        var next = run.Last + 1;
        return text.Ends(next) || text.Tokens[next].Kind is TokenKind.Sign || text.Tokens[next].Is(WordTraits.FunctionWord | WordTraits.Filler | WordTraits.Joiner | WordTraits.Correction | WordTraits.LetterName)
            || text.Tokens[next].Is(NameTraits.HousePart | NameTraits.Flat | NameTraits.NeverName) || RussianGrammar.IsVerb(text.Word(next));
    }

    // "вавилова", "баумана", "щорса": no dictionary has it, or only as a surname.
    private static bool IsNamedAfterSomebody(in AddressText text, int index)
    {
        var word = text.Word(index);
        return word is [.., 'а' or 'я'] or [.., 'г', 'о'] && (text.Tokens[index].Is(NameTraits.Surname) || RussianSurname.IsTypical(word) || text.Tokens[index].Is(NameTraits.Proper) || text.Tokens[index].Word == 0)
            && (!RussianGrammar.IsWord(word) || word is [.., 'с', 'к', 'о', 'г', 'о']) && !text.Tokens[index].Is(NameTraits.Place);
    }

    // "на волгоградской": of a place; qualities such as "на красной" or "по дебетовой" belong to things that were left out.
    private static bool IsOfPlace(in AddressText text, int index) => IsOfLandscape(text.Word(index))
        || text.Word(index) is [.., 'с' or 'ц', 'к', 'о', 'й'] or [.., 'с' or 'ц', 'к', 'у', 'ю'] && text.Word(index) is not ("детской" or "женской" or "мужской" or "русской" or "английской" or "немецкой" or "банковской" or "городской" or "абонентской" or "взрослой");

    /// <summary>"старая карта новая семьдесят семь": an adjective that stands for what was named before.</summary>
    public static bool IsQuality(in AddressText text, int index) =>
        text.Tokens[index].Is(TokenShape.Cyrillic) && !text.Asked && text.Word(index) is "новая" or "новой" or "новую" or "рабочая" or "рабочей" or "рабочую" && (index == text.LineStart || !(text.Tokens[index - 1].Is(NameTraits.Street) || text.Word(index - 1) is "на" or "по" or "с" or "к" or "до"));

    private static bool IsOfLandscape(ReadOnlySpan<char> word) => word is [.., 'о' or 'е', 'й'] or [.., 'у', 'ю'] or [.., 'ю', 'ю'] && LandscapeBySpan.Contains(word[..^2]);
}
