using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Parts of an address that are no address by themselves: the answer to "house number?", a postal code after a town.</summary>
internal static class FindAddressAnswers
{
    private const string Rule = "address-part";
    private const int WordsOfQuestion = 4;

    /// <summary>Looks at a line that begins here; a street may have been named in the lines right before. Last token of what was found, or -1.</summary>
    public static int At(in AddressText text, CandidateList found, bool afterStreet)
    {
        AfterAskedTown(text, found);
        var first = text.LineStart;
        while (!text.Ends(first + 1) && first - text.LineStart < 4 && (text.Tokens[first].Is(WordTraits.Filler) || text.Word(first) is "it" or "'" or "s" or "is" or "это" or "да" or "yes" or "yeah" or "just"))
        {
            first++;
        }

        if (text.Word(first) is "нет" && text.IsNumber(first + 1) && !text.Ends(first + 1) && CorrectsPart(text))
        {
            found.Add(first + 1, ReadAddressNumber.End(text, first + 1), PersonalDataType.Address, 0.6f, Rule);
            return -1;
        }

        // "корпус" / "а".
        if (text.IsLetter(first) && text.Ends(first + 1) && text.LineStart > 0 && text.Word(text.LineStart - 1) is "корпус" or "строение" or "литера" or "секция")
        {
            found.Add(first, first, PersonalDataType.Address, 0.6f, Rule);
            return first;
        }

        if (!text.IsNumber(first) || IsQuantity(text, first) || !(AsksForPart(text, afterStreet) || (afterStreet && AsksForNumber(text))))
        {
            return -1;
        }

        var last = ReadAddressNumber.End(text, first);
        if (last - first >= 6)
        {
            return -1;
        }

        var end = OverName(text, last);
        found.Add(first, end, PersonalDataType.Address, 0.6f, Rule);
        AfterHouseNumber(text, last, found);
        return end;
    }

    // "house number" / "sixty eight cherry orchard": all that the line goes on with.
    private static int OverName(in AddressText text, int number) =>
        text.Tokens[text.LineStart].Is(TokenShape.Latin) && !text.Ends(number + 1) && ReadBareStreet.EndOfName(text, number + 1) is var name && name > number + 1 && text.Ends(name + 1) ? name : number;

    /// <summary>"omaha seven eight six one zero": a town and five digits.</summary>
    public static void AfterTown(in AddressText text, int town, CandidateList found)
    {
        var first = text.Exists(town + 1) && text.Tokens[town + 1].Is(NameTraits.State | NameTraits.PostcodeWord | NameTraits.Place) && !text.Ends(town + 1) ? town + 2 : town + 1;
        if (!text.Ends(first) && text.IsNumber(first) && text.PostcodeEnd(first) is var last and >= 0)
        {
            found.Add(first, last, PersonalDataType.Address, 0.56f, Rule);
        }
    }

    // "and the city" / "exeter five nine three nine oh": whatever the town is called.
    private static void AfterAskedTown(in AddressText text, CandidateList found)
    {
        if (text.LineStart == 0 || text.Word(text.LineStart - 1) is not ("city" or "town" or "state" or "zip"))
        {
            return;
        }

        var first = text.LineStart;
        while (!text.Ends(first + 1) && first - text.LineStart < 4 && !text.IsNumber(first))
        {
            first++;
        }

        if (first > text.LineStart && text.IsNumber(first) && text.PostcodeEnd(first) is var last and >= 0)
        {
            found.Add(first, last, PersonalDataType.Address, 0.58f, Rule);
        }
    }

    // "house number" / "four it's wellington square".
    private static void AfterHouseNumber(in AddressText text, int number, CandidateList found)
    {
        var street = number + 1;
        while (!text.Ends(street) && street - number <= 4 && text.Word(street) is "it" or "'" or "s" or "is" or "on" or "that" or "and" or "," or "um" or "uh")
        {
            street++;
        }

        if (street > number + 1 && FindCorrections.StreetEnd(text, street) is var end and >= 0)
        {
            found.Add(street, end, PersonalDataType.Address, 0.58f, Rule);
        }
    }

    // "квартира" / "девяносто этаж девятый": the storey has a number of its own.
    private static bool IsQuantity(in AddressText text, int first)
    {
        var end = ReadAddressNumber.End(text, first) + 1;
        return IsAndAHalf(text, end) || text.QuantityFollows(first) && !(!text.Ends(end) && text.Tokens[end].Is(NameTraits.HousePart) && text.IsNumber(end + 1));
    }

    // "the house cider" / "five and a half percent".
    private static bool IsAndAHalf(in AddressText text, int and) =>
        !text.Ends(and) && text.Word(and) is "and" && !text.Ends(and + 1) && text.Word(and + 1) is "a" && !text.Ends(and + 2) && text.Word(and + 2) is "half" or "quarter";

    // The line before ends with what announces the part: "какой дом", "and the unit", "house number".
    private static bool AsksForPart(in AddressText text, bool afterStreet)
    {
        var tokens = text.Tokens;
        for (var i = text.LineStart - 1; i >= 0 && text.LineStart - i <= WordsOfQuestion; i--)
        {
            if (tokens[i].Is(NameTraits.House | NameTraits.Flat | NameTraits.HousePart))
            {
                // "какой у вас этаж" / "третий из девяти".
                return (afterStreet || text.Word(i) is not ("этаж" or "этаже" or "этажа")) && IsQuestion(text, i);
            }

            // "address" / "twelve oh nine".
            if (tokens[i].Is(NameTraits.AddressCue) && text.LineStart - i <= 2 && text.RunAt(text.LineStart) is { Count: >= 1 and <= 5 } run && text.Ends(run.Last + 1))
            {
                return true;
            }

            if (tokens[i].Is(TokenShape.LineStart) || text.IsNumber(i))
            {
                return false;
            }
        }

        return false;
    }

    // "and the number", when a street was named before.
    private static bool AsksForNumber(in AddressText text) =>
        text.LineStart > 0 && text.Word(text.LineStart - 1) is "number" or "номер" or "дом" or "numbers" or "رقم";

    // "квартира сто одиннадцать верно" / "нет сто двенадцать".
    private static bool CorrectsPart(in AddressText text)
    {
        for (var i = text.LineStart - 1; i >= 0 && text.LineStart - i <= WordsOfQuestion + 4; i--)
        {
            if (text.Tokens[i].Is(NameTraits.House | NameTraits.Flat))
            {
                return text.IsNumber(i + 1);
            }

            if (text.Tokens[i].Is(TokenShape.LineStart) || !(text.IsNumber(i) || text.Word(i) is "верно" or "правильно" or "так" or "да" or "у" or "вас"))
            {
                return false;
            }
        }

        return false;
    }

    // "квартира?", "the unit", "дом какой"; not "доставили в квартиру" or "it was at the house".
    private static bool IsQuestion(in AddressText text, int part)
    {
        if (text.Tokens[part].Is(TokenShape.LineStart))
        {
            return true;
        }

        return text.Word(part - 1) is "вас" or "number" or "какой" or "какая" or "номер" or "and" or "the" or "what" or "which" or "your" or "а" or "и" or "дом" or "رقم" or "كم" or "اي" or "ваш" or "ваша" or "ещё" or "еще"
            || (!text.Ends(part + 1) && text.Word(part + 1) is "number" or "номер" or "какой" or "какая" or "رقم" or "كم");
    }
}
