using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Places;

/// <summary>Streets that a way leads along, that are blocked, or that a stop is named after: Russian talk of roads, nobody's address.</summary>
internal static class ReadRoute
{
    private const int Farthest = 4;

    /// <summary>True when the words around a street without a house speak of a way, of traffic or of a stop.</summary>
    public static bool Tells(in AddressText text, int first, int last)
    {
        for (var i = first - 1; i >= text.LineStart && first - i <= Farthest; i--)
        {
            if (IsRoad(text.Word(i)) || (IsAlong(text.Word(first - 1)) && IsMotion(text.Word(i))))
            {
                return true;
            }
        }

        for (var i = last + 1; !text.Ends(i) && i - last <= 3; i++)
        {
            if (IsRoad(text.Word(i)) || text.Word(i) is "налево" or "направо" or "прямо" or "конца" or "упора" || (i == last + 1 && text.Word(i) is "это"))
            {
                return true;
            }
        }

        return first == text.LineStart && AsksForStop(text);
    }

    // "с какой остановки" / "улица первомайская".
    private static bool AsksForStop(in AddressText text)
    {
        for (var i = text.LineStart - 1; i >= 0; i--)
        {
            if (IsRoad(text.Word(i)))
            {
                return true;
            }

            if (text.Tokens[i].Is(TokenShape.LineStart))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"заберите с ореховой восемь", "везите на рябиновую двадцать два": a ride from an adjective to a number.</summary>
    public static bool IsRide(in AddressText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        if (!token.Is(TokenShape.Cyrillic) || token.FoldedLength < 6 || token.Is(WordTraits.Ordinal) || index == text.LineStart || text.Ends(index + 1) || !text.IsNumber(index + 1)
            || text.Word(index - 1) is not ("с" or "со" or "до" or "на" or "от") || text.Word(index)[^2..] is not ("ой" or "ую") || !text.IsNameWord(index))
        {
            return false;
        }

        return text.RunAt(index + 1) is { Count: >= 1 and <= 6 } run && !run.Is(NumberForm.Quantity | NumberForm.Time | NumberForm.Scale | NumberForm.Date | NumberForm.Ordinal)
            && !text.QuantityFollows(index + 1) && SpeaksOfRide(text, index);
    }

    private static bool SpeaksOfRide(in AddressText text, int index)
    {
        for (var i = text.LineStart; i <= text.LineStart + 14 && !(i > text.LineStart && text.Ends(i)); i++)
        {
            var word = text.Word(i);
            if (i != index && (word.StartsWith("забер", StringComparison.Ordinal) || word.StartsWith("забра", StringComparison.Ordinal) || word.StartsWith("подъе", StringComparison.Ordinal)
                || word.StartsWith("довез", StringComparison.Ordinal) || word.StartsWith("отвез", StringComparison.Ordinal) || word.StartsWith("привез", StringComparison.Ordinal)
                || word is "такси" or "машину" or "машина" or "выйдет" or "везите" or "доехать" or "поехали" or "поедем" or "ехать" or "еду" or "живу" or "живем" or "стою" or "жду" or "домой" or "мы" or "находимся" or "нахожусь" or "квартира" or "квартиру" or "сдаю" or "снимаю"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAlong(ReadOnlySpan<char> word) => word is "по" or "с" or "со" or "на" or "через" or "мимо" or "вдоль" or "от" or "до";

    private static bool IsMotion(ReadOnlySpan<char> word) =>
        word.StartsWith("поверн", StringComparison.Ordinal) || word.StartsWith("поворач", StringComparison.Ordinal) || word.StartsWith("сверн", StringComparison.Ordinal)
        || word.StartsWith("съезд", StringComparison.Ordinal) || word.StartsWith("съезж", StringComparison.Ordinal) || word.StartsWith("выезж", StringComparison.Ordinal)
        || word.StartsWith("выезд", StringComparison.Ordinal) || word.StartsWith("проезж", StringComparison.Ordinal) || word.StartsWith("проед", StringComparison.Ordinal)
        || word is "едете" or "едем" or "езжайте" or "идите" or "идете" or "идти" or "пройдете" or "пройти" or "дойдете" or "ходит" or "ходят" or "гуляли";

    private static bool IsRoad(ReadOnlySpan<char> word) =>
        word.Length >= 4 && (word.StartsWith("пробк", StringComparison.Ordinal) || word.StartsWith("авари", StringComparison.Ordinal) || word.StartsWith("перекры", StringComparison.Ordinal)
        || word.StartsWith("движени", StringComparison.Ordinal) || word.StartsWith("останов", StringComparison.Ordinal) || word.StartsWith("станци", StringComparison.Ordinal)
        || word.StartsWith("маршрут", StringComparison.Ordinal) || word.StartsWith("перекрест", StringComparison.Ordinal) || word.StartsWith("светофор", StringComparison.Ordinal)
        || word.StartsWith("автобус", StringComparison.Ordinal) || word.StartsWith("трамва", StringComparison.Ordinal) || word.StartsWith("троллейбус", StringComparison.Ordinal)
        || word is "метро" or "отключен" or "отключили" or "отключена" or "объезд" or "затор" or "фонари" or "развязка" or "развязке");
}
