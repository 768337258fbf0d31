using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

internal sealed class English : Tongue
{
    private static readonly string[] units =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    private static readonly string[] months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] nato =
        ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo", "lima", "mike", "november", "oscar", "papa",
        "quebec", "romeo", "sierra", "tango", "uniform", "victor", "whiskey", "x-ray", "yankee", "zulu"];

    private static readonly string[] homely =
        ["apple", "boy", "cat", "dog", "edward", "frank", "george", "harry", "igloo", "john", "king", "london", "mary", "nancy", "orange", "peter", "queen",
        "robert", "sugar", "tom", "umbrella", "victor", "william", "x-ray", "yellow", "zebra"];

    public override string Plus => "plus";

    public override string Cardinal(int number) => number switch
    {
        < 20 => units[number],
        < 100 => tens[number / 10] + (number % 10 == 0 ? string.Empty : " " + units[number % 10]),
        < 1000 => units[number / 100] + " hundred" + (number % 100 == 0 ? string.Empty : " " + Cardinal(number % 100)),
        _ => Cardinal(number / 1000) + " thousand" + (number % 1000 == 0 ? string.Empty : " " + Cardinal(number % 1000)),
    };

    public override string Time(Dice dice) => dice.Below(4) switch
    {
        0 => $"{Cardinal(dice.Between(1, 12))} {dice.Pick("thirty", "fifteen", "forty five", "o'clock", "oh five")}",
        1 => dice.Pick("half past two", "quarter to nine", "half six", "ten past four", "quarter past eleven"),
        2 => dice.Pick("noon", "eight in the morning", "nine a m", "five p m", "six in the evening"),
        _ => $"{dice.Between(1, 12)} {dice.Pick("pm", "am", "p m")}",
    };

    public override string Day(Dice dice, string form)
    {
        var day = Ordinal(dice.Between(1, 28));
        var month = dice.Pick(months);
        return dice.Chance(60) ? $"{month} {day}" : $"the {day} of {month}";
    }

    public override string Money(Dice dice, int amount) => dice.Below(5) switch
    {
        0 when amount < 100 => $"{Cardinal(amount)} ninety nine",
        1 => $"{amount} dollars",
        2 => $"{Cardinal(amount)} pounds",
        3 => $"{Cardinal(amount)} bucks",
        _ => $"{Cardinal(amount)} dollars",
    };

    public override IReadOnlyList<string> Date(Dice dice, DateOnly date, bool spoken)
    {
        var month = months[date.Month - 1];
        var year = Year(dice, date.Year);
        return dice.Below(spoken ? 5 : 6) switch
        {
            0 => [$"{month} {Ordinal(date.Day)}", year],
            1 => [$"the {Ordinal(date.Day)} of {month}", year],
            2 => [$"{Ordinal(date.Day)} {month}", year],
            3 => [$"{SayGroup(dice, date.Month.ToString("00", CultureInfo.InvariantCulture))} {SayGroup(dice, date.Day.ToString("00", CultureInfo.InvariantCulture))}", year],
            4 => [$"{month} {Cardinal(date.Day)}", year],
            _ => [dice.Pick(date.ToString("M/d/yyyy", CultureInfo.InvariantCulture), $"{month} {date.Day} {date.Year}", date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))],
        };
    }

    public override IReadOnlyList<string> Address(Dice dice, Fillers fillers, bool spoken)
    {
        var street = dice.Pick(fillers["street"]);
        var number = dice.Between(2, 9800);
        var house = dice.Below(3) switch
        {
            0 => Cardinal(number % 190 + 2),
            1 when number > 1000 => $"{SayGroup(dice, (number / 100).ToString(CultureInfo.InvariantCulture))} {SayGroup(dice, (number % 100).ToString("00", CultureInfo.InvariantCulture))}",
            _ => SayDigits(dice, (number % 900 + 2).ToString(CultureInfo.InvariantCulture)),
        };
        var unit = dice.Pick("apartment", "flat", "unit", "apt", "suite") + " " + dice.Pick(Cardinal(dice.Between(1, 40)), $"{Cardinal(dice.Between(1, 12))} {dice.Pick("a", "b", "c", "d")}");
        if (!spoken && dice.Chance(10))
        {
            return [$"{number} {street}"];
        }

        return dice.Chance(35) ? [house, street, unit] : [house, street];
    }

    public override string Letter(Dice dice, char letter, bool named)
    {
        var lower = char.ToLowerInvariant(letter);
        return named && lower is >= 'a' and <= 'z'
            ? dice.Below(4) switch
            {
                0 => $"{lower} for {nato[lower - 'a']}",
                1 => $"{lower} as in {homely[lower - 'a']}",
                2 => nato[lower - 'a'],
                _ => lower.ToString(),
            }
            : lower.ToString();
    }

    public override string Dot(Dice dice) => "dot";

    public override string At(Dice dice) => dice.Chance(92) ? "at" : "at sign";

    public override string Joiner(Dice dice) => dice.Pick("dot", "underscore", "dash", "hyphen", "period");

    public override string Hesitation(Dice dice) => dice.Pick("uh", "um", "let's see", "er", "okay", "and then", "hang on");

    public override string Correction(Dice dice) =>
        dice.Pick("no wait", "sorry", "no sorry", "actually", "wait no", "scratch that", "oops", "i mean", "correction", "no not that");

    public override DigitStyle Style(Dice dice) => dice.Below(100) switch
    {
        < 58 => DigitStyle.ByDigit,
        < 86 => DigitStyle.ByGroup,
        _ => DigitStyle.Written,
    };

    protected override string SayDigits(Dice dice, string digits)
    {
        var oh = dice.Chance(55);
        var words = new List<string>();
        for (var at = 0; at < digits.Length;)
        {
            var run = 1;
            while (at + run < digits.Length && digits[at + run] == digits[at] && run < 3)
            {
                run++;
            }

            run = run > 1 && dice.Chance(50) ? run : 1;
            var digit = digits[at] == '0' && oh ? "oh" : units[digits[at] - '0'];
            words.Add(run switch { 2 => "double " + digit, 3 => "triple " + digit, _ => digit });
            at += run;
        }

        return string.Join(' ', words);
    }

    protected override string SayGroup(Dice dice, string digits) => digits.Length switch
    {
        1 => SayDigits(dice, digits),
        2 => digits[0] == '0' || (digits[0] == digits[1] && dice.Chance(40)) ? SayDigits(dice, digits) : Cardinal(int.Parse(digits, CultureInfo.InvariantCulture)),
        3 when digits.EndsWith("00", StringComparison.Ordinal) && digits[0] != '0' => Cardinal(digits[0] - '0') + " hundred",
        3 => dice.Chance(65) ? SayDigits(dice, digits) : $"{SayDigits(dice, digits[..1])} {SayGroup(dice, digits[1..])}",
        _ => $"{SayGroup(dice, digits[..2])} {SayGroup(dice, digits[2..])}",
    };

    private string Year(Dice dice, int year) => year switch
    {
        2000 => "two thousand",
        > 2000 and < 2010 => dice.Pick("two thousand ", "two thousand and ", "twenty oh ") + units[year - 2000],
        > 2000 => "twenty " + Cardinal(year - 2000),
        _ => (dice.Chance(75) ? "nineteen " : string.Empty) + (year % 100 < 10 ? "oh " : string.Empty) + Cardinal(year % 100),
    };

    private static string Ordinal(int number) => number switch
    {
        < 20 => ordinals[number],
        20 => "twentieth",
        30 => "thirtieth",
        _ => $"{tens[number / 10]} {ordinals[number % 10]}",
    };
}
