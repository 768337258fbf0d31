namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>Cases of Russian names, by the letters n g d a i p (nominative to prepositional).</summary>
internal static class DeclineRussian
{
    private const string Cases = "ngdaip";
    private const string NotBeforeY = "гкхжчшщ";

    public static string FirstName(string name, char @case, bool male) => (name, male) switch
    {
        ("лев", _) => Pick(@case, "лев", "льва", "льву", "льва", "львом", "льве"),
        ("павел", _) => Pick(@case, "павел", "павла", "павлу", "павла", "павлом", "павле"),
        ("петр", _) => Pick(@case, "петр", "петра", "петру", "петра", "петром", "петре"),
        _ => Noun(name, @case, male),
    };

    public static string Patronymic(string name, char @case) => Noun(name, @case, male: name[^1] != 'а');

    public static string LastName(string masculine, char @case, bool male)
    {
        if (Ends(masculine, "ов", "ев", "ин", "ын"))
        {
            return male
                ? masculine + Pick(@case, "", "а", "у", "а", "ым", "е")
                : masculine + Pick(@case, "а", "ой", "ой", "у", "ой", "ой");
        }

        if (Ends(masculine, "ский", "цкий", "ый", "ой"))
        {
            var soft = Ends(masculine, "кий");
            var stem = masculine[..^2];
            return male
                ? stem + (@case == 'n' ? masculine[^2..] : Pick(@case, "", "ого", "ому", "ого", soft ? "им" : "ым", "ом"))
                : stem + Pick(@case, "ая", "ой", "ой", "ую", "ой", "ой");
        }

        return Ends(masculine, "ко", "ых", "их", "о", "е", "и", "у", "ли", "дзе") || (!male && !Ends(masculine, "а", "я"))
            ? masculine
            : Noun(masculine, @case, male);
    }

    private static string Noun(string name, char @case, bool male)
    {
        var stem = name[..^1];
        return name[^1] switch
        {
            'а' => stem + Pick(@case, "а", Hard(stem) ? "ы" : "и", "е", "у", "жчшщц".Contains(stem[^1], StringComparison.Ordinal) ? "ей" : "ой", "е"),
            'я' when stem[^1] == 'и' => stem + Pick(@case, "я", "и", "и", "ю", "ей", "и"),
            'я' => stem + Pick(@case, "я", "и", "е", "ю", "ей", "е"),
            'ь' when male => stem + Pick(@case, "ь", "я", "ю", "я", "ем", "е"),
            'ь' => stem + Pick(@case, "ь", "и", "и", "ь", "ью", "и"),
            'й' => stem + Pick(@case, "й", "я", "ю", "я", "ем", stem[^1] == 'и' ? "и" : "е"),
            'о' or 'е' or 'и' or 'у' or 'э' or 'ю' => name,
            _ when !male => name,
            _ => name + Pick(@case, "", "а", "у", "а", "жчшщц".Contains(name[^1], StringComparison.Ordinal) ? "ем" : "ом", "е"),
        };
    }

    private static bool Hard(string stem) => !NotBeforeY.Contains(stem[^1], StringComparison.Ordinal);

    private static string Pick(char @case, params string[] forms) => forms[Cases.IndexOf(@case, StringComparison.Ordinal)];

    private static bool Ends(string name, params string[] endings) => endings.Any(e => name.EndsWith(e, StringComparison.Ordinal));
}
