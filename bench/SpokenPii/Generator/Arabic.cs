using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

internal sealed class Arabic : Tongue
{
    private static readonly string[] units =
        ["صفر", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "احدعش", "اثنعش", "ثلاثتعش", "أربعتعش", "خمستعش",
        "ستعش", "سبعتعش", "ثمنتعش", "تسعتعش"];

    private static readonly string[] tens = ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"];

    private static readonly string[] hundreds =
        ["", "مية", "ميتين", "ثلاثمية", "أربعمية", "خمسمية", "ستمية", "سبعمية", "ثمنمية", "تسعمية"];

    private static readonly string[] months =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    private static readonly Dictionary<char, string> letters = new()
    {
        ['A'] = "ايه", ['B'] = "بي", ['C'] = "سي", ['D'] = "دي", ['E'] = "إي", ['F'] = "إف", ['G'] = "جي", ['H'] = "اتش", ['J'] = "جيه", ['K'] = "كيه",
        ['L'] = "إل", ['M'] = "إم", ['N'] = "إن", ['P'] = "بي", ['R'] = "آر", ['S'] = "إس", ['T'] = "تي", ['U'] = "يو", ['V'] = "في", ['W'] = "دبليو",
        ['X'] = "إكس", ['Y'] = "واي", ['Z'] = "زد", ['I'] = "آي", ['O'] = "أو", ['Q'] = "كيو",
    };

    public override string Plus => "زائد";

    public override string Cardinal(int number) => number switch
    {
        < 20 => units[number],
        < 100 => number % 10 == 0 ? tens[number / 10] : $"{units[number % 10]} و{tens[number / 10]}",
        < 1000 => hundreds[number / 100] + (number % 100 == 0 ? string.Empty : " و" + Cardinal(number % 100)),
        _ => Thousands(number / 1000) + (number % 1000 == 0 ? string.Empty : " و" + Cardinal(number % 1000)),
    };

    public override string Time(Dice dice) =>
        $"{Cardinal(dice.Between(1, 11))}{dice.Pick("", " ونص", " وربع", " إلا ربع")} {dice.Pick("الصبح", "العصر", "المغرب", "مساء", "صباحا")}";

    public override string Day(Dice dice, string form) => $"{dice.Pick(Cardinal(dice.Between(1, 28)), dice.Between(1, 28).ToString(CultureInfo.InvariantCulture))} {dice.Pick(months)}";

    public override string Money(Dice dice, int amount) =>
        $"{(dice.Chance(75) ? Cardinal(amount) : amount.ToString(CultureInfo.InvariantCulture))} {dice.Pick("درهم", "ريال", "جنيه", "دينار")}";

    public override IReadOnlyList<string> Date(Dice dice, DateOnly date, bool spoken)
    {
        var day = Cardinal(date.Day);
        var month = months[date.Month - 1];
        return dice.Below(spoken ? 4 : 5) switch
        {
            0 => [$"{day} {month}", Year(date.Year)],
            1 => [$"{day} {Cardinal(date.Month)}", Year(date.Year)],
            2 => [$"{day} {month}", date.Year < 2000 ? Cardinal(date.Year % 100) : Year(date.Year)],
            3 => [$"يوم {day} شهر {Cardinal(date.Month)}", "سنة " + Year(date.Year)],
            _ => [dice.Pick(date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), Eastern($"{date.Day} {month} {date.Year}"))],
        };
    }

    public override IReadOnlyList<string> Address(Dice dice, Fillers fillers, bool spoken)
    {
        var street = "شارع " + dice.Pick(fillers["street"]);
        var district = dice.Pick("حي ", "منطقة ") + dice.Pick(fillers["district"]);
        var house = dice.Pick("فيلا ", "بناية ", "عمارة ", "بيت رقم ", "مبنى ") + Cardinal(dice.Between(1, 180));
        var flat = dice.Pick("شقة ", "شقة رقم ") + Cardinal(dice.Between(1, 120));
        return dice.Below(4) switch
        {
            0 => [street, house, flat],
            1 => [district, street, house],
            2 => [district, street, house, "الدور " + dice.Pick("الأول", "الثاني", "الثالث", "الرابع"), flat],
            _ => [street, house],
        };
    }

    public override string Letter(Dice dice, char letter, bool named) =>
        letters.TryGetValue(char.ToUpperInvariant(letter), out var name) ? name : letter.ToString();

    public override string Dot(Dice dice) => dice.Pick("دوت", "نقطة", "دوت");

    public override string At(Dice dice) => dice.Pick("آت", "ات", "آت");

    public override string Joiner(Dice dice) => dice.Pick("دوت", "أندرسكور", "نقطة", "داش", "شرطة");

    public override string Hesitation(Dice dice) => dice.Pick("اا", "يعني", "لحظة", "طيب", "ايوه");

    public override string Correction(Dice dice) => dice.Pick("لا", "لا لا", "عفوا", "آسف", "لا اقصد", "غلط", "لا استنى");

    public override DigitStyle Style(Dice dice) => dice.Below(100) switch
    {
        < 58 => DigitStyle.ByDigit,
        < 83 => DigitStyle.ByGroup,
        _ => DigitStyle.Written,
    };

    protected override string SayDigits(Dice dice, string digits)
    {
        var two = dice.Pick("اثنين", "اتنين");
        var three = dice.Pick("ثلاثة", "تلاتة");
        var eight = dice.Pick("ثمانية", "تمانية");
        return string.Join(' ', digits.Select(d => d switch { '2' => two, '3' => three, '8' => eight, _ => units[d - '0'] }));
    }

    protected override string SayGroup(Dice dice, string digits) => digits.Length switch
    {
        1 => units[digits[0] - '0'],
        2 => digits[0] == '0' ? $"صفر {units[digits[1] - '0']}" : Cardinal(int.Parse(digits, CultureInfo.InvariantCulture)),
        3 when digits[0] == '0' => $"صفر {SayGroup(dice, digits[1..])}",
        3 => Cardinal(int.Parse(digits, CultureInfo.InvariantCulture)),
        _ => $"{SayGroup(dice, digits[..2])} {SayGroup(dice, digits[2..])}",
    };

    public static string Eastern(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('٠' + (c - '0')) : c));

    private string Year(int year) => year switch
    {
        >= 2000 => "ألفين" + (year == 2000 ? string.Empty : " و" + Cardinal(year - 2000)),
        _ => "ألف وتسعمية و" + Cardinal(year - 1900),
    };

    private string Thousands(int count) => count switch
    {
        1 => "ألف",
        2 => "ألفين",
        <= 10 => count switch { 3 => "ثلاث", 4 => "أربع", 5 => "خمس", 6 => "ست", 7 => "سبع", 8 => "ثمان", 9 => "تسع", _ => "عشر" } + " آلاف",
        _ => Cardinal(count) + " ألف",
    };
}
