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
            if (IsRoad(text.Word(i)) || text.Word(i) is "налево" or "направо" or "прямо" or "конца" or "упора")
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
        || word is "метро" or "объезд" or "затор" or "фонари" or "развязка" or "развязке");
}
