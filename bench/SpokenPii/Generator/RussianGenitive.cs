namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>"от ста двадцати пяти тысяч": cardinals after a preposition, below a million.</summary>
internal static class RussianGenitive
{
    private static readonly string[] units =
        ["нуля", "одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати", "тринадцати",
        "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати"];

    private static readonly string[] tens =
        ["", "", "двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "семидесяти", "восьмидесяти", "девяноста"];

    private static readonly string[] hundreds =
        ["", "ста", "двухсот", "трехсот", "четырехсот", "пятисот", "шестисот", "семисот", "восьмисот", "девятисот"];

    public static string Say(int number) => number switch
    {
        < 20 => units[number],
        < 100 => Join(tens[number / 10], number % 10),
        < 1000 => Join(hundreds[number / 100], number % 100),
        < 2000 => Join("тысячи", number % 1000),
        _ => Join(Say(number / 1000).Replace("одного", "одной", StringComparison.Ordinal) + (number / 1000 % 10 == 1 && number / 1000 % 100 != 11 ? " тысячи" : " тысяч"), number % 1000),
    };

    /// <summary>"две минуты", "пять минут": the count and the form of the noun that goes with it; forms are one, few, many.</summary>
    public static string Count(Tongue tongue, int number, string[] forms)
    {
        var form = (number % 100 is >= 11 and <= 14 ? 0 : number % 10) switch { 1 => 0, 2 or 3 or 4 => 1, _ => 2 };
        var said = tongue.Cardinal(number);
        if (forms[0][^1] is 'а' or 'я')
        {
            said = said.EndsWith("один", StringComparison.Ordinal) ? said[..^4] + "одна"
                : said.EndsWith("два", StringComparison.Ordinal) ? said[..^3] + "две" : said;
        }

        return $"{said} {forms[form]}";
    }

    private static string Join(string head, int rest) => rest == 0 ? head : $"{head} {Say(rest)}";
}
