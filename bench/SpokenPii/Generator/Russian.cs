using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

internal sealed class Russian : Tongue
{
    private static readonly string[] units =
        ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать",
        "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"];

    private static readonly string[] tens =
        ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];

    private static readonly string[] hundreds =
        ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];

    private static readonly string[] pairs =
        ["два нуля", "две единицы", "две двойки", "две тройки", "две четверки", "две пятерки", "две шестерки", "две семерки", "две восьмерки", "две девятки"];

    private static readonly string[] threeOf =
        ["три нуля", "три единицы", "три двойки", "три тройки", "три четверки", "три пятерки", "три шестерки", "три семерки", "три восьмерки", "три девятки"];

    private static readonly string[] months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly Dictionary<char, string> latin = new()
    {
        ['A'] = "эй", ['B'] = "би", ['C'] = "си", ['D'] = "ди", ['E'] = "и", ['F'] = "эф", ['G'] = "джи", ['H'] = "эйч", ['J'] = "джей", ['K'] = "кей",
        ['L'] = "эл", ['M'] = "эм", ['N'] = "эн", ['P'] = "пи", ['R'] = "ар", ['S'] = "эс", ['T'] = "ти", ['U'] = "ю", ['V'] = "ви", ['W'] = "дабл ю",
        ['X'] = "икс", ['Y'] = "игрек", ['Z'] = "зет",
    };

    private static readonly Dictionary<char, string> cyrillic = new()
    {
        ['Б'] = "бэ", ['В'] = "вэ", ['Г'] = "гэ", ['Д'] = "дэ", ['Ж'] = "жэ", ['З'] = "зэ", ['К'] = "ка", ['Л'] = "эл", ['М'] = "эм", ['Н'] = "эн", ['П'] = "пэ",
        ['Р'] = "эр", ['С'] = "эс", ['Т'] = "тэ", ['Ф'] = "эф", ['Х'] = "ха", ['Ц'] = "цэ", ['Ч'] = "че", ['Ш'] = "ша", ['Щ'] = "ща",
        ['Ь'] = "мягкий знак", ['Ъ'] = "твердый знак", ['Й'] = "и краткое",
    };

    public override string Plus => "плюс";

    public override string Cardinal(int number) => number switch
    {
        < 20 => units[number],
        < 100 => Join(tens[number / 10], number % 10),
        < 1000 => Join(hundreds[number / 100], number % 100),
        _ => Join(Thousands(number / 1000), number % 1000),
    };

    public override string Time(Dice dice) => dice.Below(4) switch
    {
        0 => $"{Cardinal(dice.Between(8, 21))} {dice.Pick("тридцать", "ноль ноль", "сорок", "пятнадцать")}",
        1 => $"{dice.Pick("девять утра", "шесть вечера", "два часа дня", "час дня", "восемь вечера", "одиннадцать утра")}",
        2 => $"{dice.Pick("половину третьего", "полдесятого", "без четверти пять", "пол шестого")}",
        _ => dice.Pick("десять утра", "семь вечера", "четыре часа", "двенадцать дня"),
    };

    public override string Day(Dice dice, string form) =>
        $"{RussianOrdinals.Say(dice.Between(1, 28), form == "n" ? RussianEnding.Neuter : RussianEnding.Genitive)} {dice.Pick(months)}";

    public override string Money(Dice dice, int amount)
    {
        var noun = (amount % 100 is >= 11 and <= 14 ? 0 : amount % 10) switch { 1 => "рубль", 2 or 3 or 4 => "рубля", _ => "рублей" };
        var said = dice.Chance(80) ? Cardinal(amount) : amount.ToString(CultureInfo.InvariantCulture);
        return dice.Chance(85) ? $"{said} {noun}" : said;
    }

    public override IReadOnlyList<string> Date(Dice dice, DateOnly date, bool spoken)
    {
        var month = months[date.Month - 1];
        var shortMonth = date.Month < 10 ? "ноль " + dice.Pick(Cardinal(date.Month), RussianOrdinals.Say(date.Month, RussianEnding.Neuter)) : Cardinal(date.Month);
        return dice.Below(spoken ? 5 : 6) switch
        {
            0 => [$"{RussianOrdinals.Say(date.Day, RussianEnding.Genitive)} {month}", RussianOrdinals.Year(dice, date.Year, RussianEnding.Genitive) + " года"],
            1 => [$"{RussianOrdinals.Say(date.Day, RussianEnding.Neuter)} {month}", RussianOrdinals.Year(dice, date.Year, RussianEnding.Genitive)],
            2 => [$"{RussianOrdinals.Say(date.Day, RussianEnding.Neuter)} {shortMonth}", RussianOrdinals.Year(dice, date.Year, RussianEnding.Masculine)],
            3 => [$"{SayGroup(dice, date.Day.ToString("00", CultureInfo.InvariantCulture))} {shortMonth}", YearByNumber(dice, date.Year)],
            4 => [$"{RussianOrdinals.Say(date.Day, RussianEnding.Neuter)} {month}", RussianOrdinals.Year(dice, date.Year, RussianEnding.Masculine) + dice.Pick(" год", "")],
            _ => [dice.Pick(date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), $"{date.Day} {month} {date.Year}", $"{date.Day} {month} {date.Year} года")],
        };
    }

    public override IReadOnlyList<string> Address(Dice dice, Fillers fillers, bool spoken)
    {
        var street = dice.Pick(fillers["street"]).Split('/');
        var house = dice.Between(1, 148);
        var flat = dice.Between(1, 320);
        if (!spoken && dice.Chance(8))
        {
            return [$"{dice.Pick("ул ", "")}{street[1]} {dice.Pick("д ", "дом ", "")}{house} {dice.Pick("кв ", "квартира ")}{flat}"];
        }

        var named = $"{street[0]} {street[1]}";
        var corpus = dice.Below(6) switch { 0 => " корпус " + Cardinal(dice.Between(1, 4)), 1 => dice.Pick(" а", " бэ", " строение один", " дробь два"), _ => string.Empty };
        return dice.Below(5) switch
        {
            0 => [street[1], Cardinal(house) + corpus, Cardinal(flat)],
            1 => [named, "дом " + Cardinal(house) + corpus, dice.Pick("подъезд ", "вход ") + Cardinal(dice.Between(1, 8)), "квартира " + Cardinal(flat)],
            2 => [dice.Pick(named, street[1]), Cardinal(house) + corpus, "квартира " + Cardinal(flat)],
            _ => [named, "дом " + Cardinal(house) + corpus, "квартира " + Cardinal(flat)],
        };
    }

    public override string Letter(Dice dice, char letter, bool named)
    {
        var upper = char.ToUpperInvariant(letter);
        if (latin.TryGetValue(upper, out var foreign))
        {
            return named ? foreign : char.ToLowerInvariant(letter).ToString();
        }

        return named && cyrillic.TryGetValue(upper, out var name) ? name : char.ToLowerInvariant(letter).ToString();
    }

    public override string Dot(Dice dice) => dice.Chance(92) ? "точка" : "точечка";

    public override string At(Dice dice) => dice.Chance(80) ? "собака" : "собачка";

    public override string Joiner(Dice dice) => dice.Pick("точка", "нижнее подчеркивание", "дефис", "тире", "подчеркивание");

    public override string Hesitation(Dice dice) => dice.Pick("ээ", "э", "так", "эээ", "сейчас", "ну", "мм", "угу");

    public override string Correction(Dice dice) =>
        dice.Pick("нет", "ой нет", "нет подождите", "ой простите", "извините", "тьфу", "нет нет", "точнее", "ой то есть", "не так");

    public override DigitStyle Style(Dice dice) => dice.Below(100) switch
    {
        < 62 => DigitStyle.ByGroup,
        < 87 => DigitStyle.ByDigit,
        _ => DigitStyle.Written,
    };

    protected override string SayDigits(Dice dice, string digits) => string.Join(' ', digits.Select(d => units[d - '0']));

    protected override string SayGroup(Dice dice, string digits) => digits.Length switch
    {
        1 => units[digits[0] - '0'],
        2 when digits[0] == digits[1] && dice.Chance(12) => Twice(dice, digits[0] - '0'),
        2 when digits == "00" => dice.Pick("ноль ноль", "два нуля"),
        2 => digits[0] == '0' ? $"ноль {units[digits[1] - '0']}" : Cardinal(Number(digits)),
        3 when digits[0] == digits[1] && digits[1] == digits[2] && dice.Chance(40) => threeOf[digits[0] - '0'],
        3 => digits[0] == '0' ? $"ноль {SayGroup(dice, digits[1..])}" : Cardinal(Number(digits)),
        4 when digits[0] != '0' && dice.Chance(12) => Cardinal(Number(digits)),
        _ => $"{SayGroup(dice, digits[..(digits.Length == 4 ? 2 : 3)])} {SayGroup(dice, digits[(digits.Length == 4 ? 2 : 3)..])}",
    };

    private static string Twice(Dice dice, int digit) => digit > 0 && dice.Chance(30) ? "дважды " + units[digit] : pairs[digit];

    private string YearByNumber(Dice dice, int year) =>
        dice.Chance(60) && year < 2000 ? Cardinal(year % 100) : year < 2000 ? "тысяча девятьсот " + Cardinal(year % 100) : Cardinal(year);

    private string Join(string head, int rest) => rest == 0 ? head : $"{head} {Cardinal(rest)}";

    private string Thousands(int count) => (count % 100 is >= 11 and <= 14 ? 0 : count % 10) switch
    {
        1 when count == 1 => "тысяча",
        1 => Cardinal(count - 1) + " одна тысяча",
        2 when count > 2 => Cardinal(count - 2) + " две тысячи",
        2 => "две тысячи",
        3 or 4 => Cardinal(count) + " тысячи",
        _ => Cardinal(count) + " тысяч",
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
