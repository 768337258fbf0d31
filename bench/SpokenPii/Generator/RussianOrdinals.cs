namespace Earshot.Bench.SpokenPii.Generator;

internal enum RussianEnding
{
    Masculine,
    Neuter,
    Genitive,
}

/// <summary>Days and years: "пятнадцатое", "тридцать первого", "восемьдесят пятый".</summary>
internal static class RussianOrdinals
{
    private static readonly string[] stems =
        ["нулев", "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат",
        "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат"];

    private static readonly string[] tenStems =
        ["", "", "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"];

    private static readonly string[] tens =
        ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];

    public static string Say(int number, RussianEnding ending) => number switch
    {
        < 20 => End(stems[number], ending),
        _ when number % 10 == 0 => End(tenStems[number / 10], ending),
        _ => $"{tens[number / 10]} {End(stems[number % 10], ending)}",
    };

    public static string Year(Dice dice, int year, RussianEnding ending) => year switch
    {
        2000 => End("двухтысячн", ending),
        > 2000 => "две тысячи " + Say(year - 2000, ending),
        _ => (dice.Chance(35) ? "тысяча девятьсот " : string.Empty) + Say(year - 1900, ending),
    };

    private static string End(string stem, RussianEnding ending) => (stem, ending) switch
    {
        ("трет", RussianEnding.Masculine) => "третий",
        ("трет", RussianEnding.Neuter) => "третье",
        ("трет", _) => "третьего",
        (_, RussianEnding.Genitive) => stem + "ого",
        (_, RussianEnding.Neuter) => stem + "ое",
        ("втор" or "шест" or "седьм" or "восьм" or "сороков" or "нулев", _) => stem + "ой",
        _ => stem + "ый",
    };
}
