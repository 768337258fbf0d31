using System.Globalization;

namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Turns one template into one case: the same person and the same number wherever the template names them again.</summary>
internal sealed class FillTemplate(string lang, Tongue tongue, Fillers fillers, Dice dice, Template template)
{
    private const int HesitationPercent = 6;
    private const int RepeatPercent = 3;

    private readonly Dictionary<string, Person> people = [];
    private readonly Dictionary<string, SpokenValue> values = [];
    private readonly Dictionary<string, IReadOnlyList<string>> halves = [];
    private readonly MakeValue make = new(lang, tongue, fillers);

    public IReadOnlyList<CorpusTurn> Run(bool cased)
    {
        var turns = new List<CorpusTurn>();
        foreach (var line in template.Lines.Where(l => !l.Optional || dice.Chance(50)))
        {
            var utterance = new Utterance();
            Say(line.Pieces, utterance);
            turns.Add(utterance.ToTurn(line.Speaker, cased));
        }

        return turns;
    }

    private void Say(IReadOnlyList<Piece> pieces, Utterance to)
    {
        foreach (var piece in pieces)
        {
            Say(piece, to);
        }
    }

    private void Say(Piece piece, Utterance to)
    {
        switch (piece)
        {
            case Literal literal:
                to.Say(literal.Text);
                break;
            case Choice choice:
                Say(dice.Pick(choice.Options), to);
                break;
            case Mark mark:
                var from = to.Length;
                Say(mark.Inner, to);
                to.Label(from, mark.Type);
                break;
            case Agreement agreement:
                to.Say(Who(agreement.Person).Male ? agreement.Male : agreement.Female);
                break;
            case Slot slot:
                Fill(slot.Code, to);
                break;
        }
    }

    private void Fill(string code, Utterance to)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        var slash = code.IndexOf('/', StringComparison.Ordinal);
        if (dot > 0 && slash < 0)
        {
            to.Say(Who(code[..dot]).Say(code[(dot + 1)..].Split('.'), dice, tongue), "PERSON");
        }
        else if (slash > 0)
        {
            SayPart(code[..slash], code[(slash + 1)..], to);
        }
        else if (colon > 0 || code is "time" or "day")
        {
            to.Say(Harmless(colon > 0 ? code[..colon] : code, colon > 0 ? code[(colon + 1)..] : string.Empty));
        }
        else
        {
            var value = Value(code);
            SayGroups(value.Groups(dice, false), value.Type, to);
        }
    }

    private Person Who(string key)
    {
        if (!people.TryGetValue(key, out var person))
        {
            var male = template.Flags.TryGetValue(key, out var sex) ? sex == "m" : dice.Chance(50);
            people[key] = person = new(lang, male, dice, fillers);
        }

        return person;
    }

    private SpokenValue Value(string key)
    {
        if (!values.TryGetValue(key, out var value))
        {
            values[key] = value = make.Of(key.TrimEnd('2', '3', '4'), dice);
        }

        return value;
    }

    /// <summary>A number that identifies nobody: <c>n</c> a cardinal, <c>pl</c> with its noun, <c>g</c> in the genitive, <c>money</c>, <c>d</c> digits.</summary>
    private string Harmless(string kind, string range)
    {
        var forms = range.Split(':') is [var low, var nouns] ? (low, nouns.Split(',')) : (range, []);
        var bounds = forms.Item1.Split('-').Select(b => int.TryParse(b, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        return kind switch
        {
            "n" => tongue.Cardinal(dice.Between(bounds[0], bounds[1])),
            "pl" => RussianGenitive.Count(tongue, dice.Between(bounds[0], bounds[1]), forms.Item2),
            "g" => RussianGenitive.Say(dice.Between(bounds[0], bounds[1])),
            "g10" => RussianGenitive.Say(dice.Between(bounds[0] / 10, bounds[1] / 10) * 10),
            "num" => dice.Between(bounds[0], bounds[1]).ToString(CultureInfo.InvariantCulture),
            "money" => tongue.Money(dice, Amount(bounds[0], bounds[1])),
            "d" => tongue.Say(dice, dice.Between(1, 9) + dice.Digits(bounds[0] - 1), dice.Pick(DigitStyle.ByDigit, DigitStyle.ByGroup)),
            "time" => tongue.Time(dice),
            "day" => tongue.Day(dice, range),
            _ => throw new FormatException("Unknown slot " + kind),
        };
    }

    private int Amount(int low, int high) => high < 100 ? dice.Between(low, high) : dice.Between(low / 10, high / 10) * 10;

    private void SayPart(string key, string part, Utterance to)
    {
        var value = Value(key);
        switch (part)
        {
            case "r":
                SayGroups(value.Groups(dice, true), value.Type, to);
                break;
            case "last4":
                var tail = value.Digits[^4..];
                to.Say(tongue.Say(dice, tail, dice.Pick(DigitStyle.ByDigit, DigitStyle.ByGroup)), value.Type);
                break;
            case "fix":
                SayCorrected(key, value, to);
                break;
            default:
                SayShare(key, value, part.Split(':'), to);
                break;
        }
    }

    /// <summary>Share i of n of a value cut over turns; the shares of one value come from one way of saying it.</summary>
    private void SayShare(string key, SpokenValue value, string[] share, Utterance to)
    {
        var index = int.Parse(share[0], CultureInfo.InvariantCulture);
        var count = int.Parse(share[1], CultureInfo.InvariantCulture);
        var cut = $"{key}:{count}";
        if (!halves.TryGetValue(cut, out var groups))
        {
            for (var attempt = 0; attempt < 20 && (groups is null || groups.Count < count); attempt++)
            {
                groups = value.Groups(dice, true);
            }

            halves[cut] = groups = groups!.Count >= count ? groups : [.. string.Join(' ', groups).Replace("@", " @", StringComparison.Ordinal).Split(' ')];
        }

        var first = groups.Count * (index - 1) / count;
        var last = groups.Count * index / count;
        SayGroups([.. groups.Skip(first).Take(last - first)], value.Type, to);
    }

    private void SayCorrected(string key, SpokenValue value, Utterance to)
    {
        var right = value.Groups(dice, true);
        var other = make.Of(key.TrimEnd('2', '3', '4'), dice).Groups(dice, true);
        var at = Math.Min(dice.Below(right.Count), other.Count - 1);
        to.Say(string.Join(' ', right.Take(at).Append(other[at])), value.Type);
        to.Say($" {tongue.Correction(dice)} ");
        to.Say(string.Join(' ', right.Skip(at)), value.Type);
    }

    /// <summary>Hesitations between groups belong to no span; a repeated group does.</summary>
    private void SayGroups(IReadOnlyList<string> groups, string type, Utterance to)
    {
        var from = to.Length;
        for (var i = 0; i < groups.Count; i++)
        {
            to.Say(groups[i]);
            if (i < groups.Count - 1 && dice.Chance(RepeatPercent) && groups.Count > 3)
            {
                to.Say(" " + groups[i]);
            }

            if (i < groups.Count - 1 && groups.Count > 2 && dice.Chance(HesitationPercent))
            {
                to.Label(from, type);
                to.Say($" {tongue.Hesitation(dice)} ");
                from = to.Length;
            }

            to.Say(i < groups.Count - 1 ? " " : string.Empty);
        }

        to.Label(from, type);
    }
}
