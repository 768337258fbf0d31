namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>A synthetic person of one case; the same one wherever the template names it.</summary>
internal sealed class Person(string lang, bool male, Dice dice, Fillers fillers)
{
    private readonly string[] first = dice.Pick(fillers[male ? "first.m" : "first.f"]).Split('/');
    private readonly string last = dice.Pick(fillers["last"]);
    private readonly string[] father = dice.Pick(fillers["father"]).Split('/');

    public bool Male => male;

    /// <summary>The name in a form such as <c>full.g</c>: which parts, then the Russian case.</summary>
    public string Say(string[] form, Dice speech, Tongue tongue)
    {
        var parts = form.Length > 0 ? form[0] : "full";
        var @case = form.Length > 1 ? form[1][0] : 'n';
        return lang switch
        {
            "ru" => SayRussian(parts, @case, speech, tongue),
            "en" => SayEnglish(parts, speech, tongue),
            _ => SayArabic(parts),
        };
    }

    private string SayRussian(string parts, char @case, Dice speech, Tongue tongue)
    {
        var name = DeclineRussian.FirstName(first[0], @case, male);
        var patronymic = DeclineRussian.Patronymic(male ? father[0] : father[1], @case);
        var surname = DeclineRussian.LastName(last, @case, male);
        return parts switch
        {
            "first" => name,
            "dim" => DeclineRussian.FirstName(first[^1], @case, male),
            "pat" => patronymic,
            "last" => surname,
            "fp" => $"{name} {patronymic}",
            "fl" => $"{name} {surname}",
            "dl" => $"{DeclineRussian.FirstName(first[^1], @case, male)} {surname}",
            "lf" => $"{surname} {name}",
            "fpl" => $"{name} {patronymic} {surname}",
            "full" => $"{surname} {name} {patronymic}",
            "spell" => Spell(surname, speech, tongue),
            _ => throw new FormatException("Unknown form of a name: " + parts),
        };
    }

    private string SayEnglish(string parts, Dice speech, Tongue tongue) => parts switch
    {
        "first" => first[0],
        "dim" => first[^1],
        "last" => last,
        "full" => $"{first[0]} {last}",
        "dl" => $"{first[^1]} {last}",
        "lf" => $"{last} {first[0]}",
        "middle" => $"{first[0]} {father[0]} {last}",
        "spell" => Spell(last, speech, tongue),
        "spellfirst" => Spell(first[0], speech, tongue),
        _ => throw new FormatException("Unknown form of a name: " + parts),
    };

    private string SayArabic(string parts) => parts switch
    {
        "first" => first[0],
        "dim" => first[^1],
        "last" => last,
        "fl" => $"{first[0]} {last}",
        "father" => $"{first[0]} {father[0]}",
        "full" => $"{first[0]} {father[0]} {last}",
        "bin" => $"{first[0]} {(male ? "بن" : "بنت")} {father[0]} {last}",
        "kunya" => (male ? "أبو " : "أم ") + father[0],
        _ => throw new FormatException("Unknown form of a name: " + parts),
    };

    private static string Spell(string name, Dice speech, Tongue tongue)
    {
        var named = speech.Chance(50);
        return string.Join(' ', name.Where(char.IsLetter).Select(c => tongue.Letter(speech, char.ToUpperInvariant(c), named)));
    }
}
