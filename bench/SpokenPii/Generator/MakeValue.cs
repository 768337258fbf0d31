using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Makes one value of a kind and knows how it may be said.</summary>
internal sealed class MakeValue(string lang, Tongue tongue, Fillers fillers)
{
    private const int MisheardPercent = 12;
    private const int WrittenMailPercent = 5;

    public SpokenValue Of(string kind, Dice dice) => kind switch
    {
        "dob" => Of("DATE_OF_BIRTH", BirthDate(dice, 1946, 2006), tongue.Date),
        "childdob" => Of("DATE_OF_BIRTH", BirthDate(dice, 2010, 2023), tongue.Date),
        "addr" => new("ADDRESS", string.Empty, Frozen(dice.Between(0, int.MaxValue - 1), (d, spoken) => tongue.Address(d, fillers, spoken))),
        "street" => Phrase("ADDRESS", dice.Pick(fillers["street"]).Replace('/', ' ')),
        "city" => Phrase("LOCATION", dice.Pick(fillers["city"])),
        "org" => Phrase("ORG", dice.Pick(fillers["org"])),
        "site" => Phrase("URL", dice.Pick(fillers["site"])),
        "ip" => Ip(dice),
        "login" => Login(dice),
        "mail" => Mail(dice),
        "hb" => Phrase("ADDRESS", tongue.Cardinal(dice.Between(1, 140))),
        _ => Number(kind, dice),
    };

    public string Say(SpokenValue value, Dice dice, bool spoken) => string.Join(' ', value.Groups(dice, spoken));

    public IReadOnlyList<string> SayNumber(Dice dice, string digits, bool spoken, NumberKind kind)
    {
        var style = tongue.Style(dice);
        if (spoken && style == DigitStyle.Written)
        {
            style = DigitStyle.ByDigit;
        }

        var named = dice.Chance(45);
        var groups = Cut(dice, digits, kind).Select(g => tongue.Say(dice, g, style, named)).ToList();
        return style == DigitStyle.Written ? [string.Join(dice.Pick(" ", "", "-"), groups)] : groups;
    }

    private static SpokenValue Of(string type, DateOnly date, Func<Dice, DateOnly, bool, IReadOnlyList<string>> say) =>
        new(type, string.Empty, (dice, spoken) => say(dice, date, spoken));

    private static SpokenValue Phrase(string type, string words) => new(type, string.Empty, (_, _) => [words]);

    /// <summary>The same random choices each time, so that a repeated address stays the same address.</summary>
    private static Func<Dice, bool, IReadOnlyList<string>> Frozen(int seed, Func<Dice, bool, IReadOnlyList<string>> say) =>
        (_, spoken) => say(new Dice(seed.ToString(CultureInfo.InvariantCulture)), spoken);

    private static DateOnly BirthDate(Dice dice, int from, int to) => new(dice.Between(from, to), dice.Between(1, 12), dice.Between(1, 28));

    private SpokenValue Number(string name, Dice dice)
    {
        var kind = NumberKinds.All.TryGetValue(name, out var common) ? common : NumberKinds.All[$"{lang}.{name}"];
        var digits = kind.Make(dice);
        digits = kind.Checked && dice.Chance(MisheardPercent) ? Identifiers.Misheard(dice, digits) : digits;
        return new(kind.Type, digits, (speech, spoken) => SayNumber(speech, digits, spoken, kind));
    }

    private static List<string> Cut(Dice dice, string digits, NumberKind kind)
    {
        var fitting = kind.Groupings.Where(g => g.Sum() == digits.Length).ToList();
        var sizes = fitting.Count > 0 ? dice.Pick(fitting) : [.. Enumerable.Repeat(3, digits.Length / 3), digits.Length % 3];
        var groups = new List<string>();
        var at = 0;
        foreach (var size in sizes.Where(s => s > 0))
        {
            groups.Add(digits.Substring(at, size));
            at += size;
        }

        return groups;
    }

    private SpokenValue Ip(Dice dice)
    {
        var octets = new[] { dice.Pick(10, 172, 192, 203, 85), dice.Between(0, 254), dice.Between(0, 254), dice.Between(1, 254) };
        return new("IP", string.Empty, (speech, spoken) => !spoken && speech.Chance(30)
            ? [string.Join('.', octets)]
            : [.. octets.Select((o, i) => tongue.Cardinal(o) + (i < 3 ? " " + tongue.Dot(new Dice("dot")) : string.Empty))]);
    }

    private SpokenValue Login(Dice dice) => new("USERNAME", string.Empty, Local(dice, spelledPercent: 10));

    private SpokenValue Mail(Dice dice)
    {
        if (dice.Chance(WrittenMailPercent))
        {
            return Phrase("EMAIL", dice.Pick(fillers["written"]));
        }

        var local = Local(dice, spelledPercent: 22);
        var host = dice.Pick(fillers["host"]).Split(' ');
        var at = tongue.At(dice);
        var zone = host[^1];
        var dotted = dice.Chance(85) ? $"{string.Join(' ', host[..^1])} {tongue.Dot(dice)} {zone}" : string.Join(' ', host);
        return new("EMAIL", string.Empty, (speech, spoken) => [.. local(speech, spoken), $"{at} {dotted}"]);
    }

    /// <summary>The part before the at sign: one or two words, a joiner, a number, or letters one by one.</summary>
    private Func<Dice, bool, IReadOnlyList<string>> Local(Dice dice, int spelledPercent)
    {
        var word = dice.Pick(fillers["mail"]);
        var groups = dice.Chance(spelledPercent) && lang != "ar" ? new List<string> { Spelled(dice, dice.Pick(fillers["code"])) } : [word];
        if (dice.Chance(45))
        {
            groups.Add($"{tongue.Joiner(dice)} {dice.Pick([.. fillers["mail"].Where(m => m != word)])}");
        }

        if (dice.Chance(55))
        {
            groups.Add(dice.Chance(60) ? tongue.Say(dice, dice.Digits(2), DigitStyle.ByGroup) : Year(dice.Between(1970, 2004)));
        }

        return (_, _) => groups;
    }

    private string Year(int year) => lang == "en" && year < 2000 ? $"nineteen {tongue.Cardinal(year - 1900)}" : tongue.Cardinal(year);

    private string Spelled(Dice dice, string code)
    {
        var named = dice.Chance(60);
        return string.Join(' ', code.ToUpperInvariant().Select(c => tongue.Letter(dice, c, named)));
    }
}
