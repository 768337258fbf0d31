namespace Earshot.Bench.NameTagger;

/// <summary>All case forms of a Russian name from its nominative.</summary>
internal static class DeclineRussian
{
    private const string Hushing = "жчшщ";

    public static IEnumerable<string> Given(string name, bool feminine)
    {
        if (name is "лев" or "павел")
        {
            var stem = name is "лев" ? "льв" : "павл";
            return [name, .. Endings(stem, "а", "у", "ом", "е"), .. name is "лев" ? Endings("лев", "а", "у", "ом", "е") : []];
        }

        return Noun(name, feminine);
    }

    /// <summary>Vocative of a short form: "маш", "тань", "серёж".</summary>
    public static IEnumerable<string> Vocative(string name)
    {
        if (name.Length >= 4 && name[^1] is 'а' && !IsVowel(name[^2]))
        {
            yield return name[..^1];
        }
        else if (name.Length >= 4 && name[^1] is 'я' && !IsVowel(name[^2]))
        {
            yield return name[..^1] + "ь";
        }
    }

    public static IEnumerable<string> PatronymicsOf(string name)
    {
        foreach (var stem in PatronymicStems(name))
        {
            foreach (var form in Endings(stem + "ич", "", "а", "у", "ем", "е"))
            {
                yield return form;
            }

            foreach (var form in Endings(stem + "н", "а", "ы", "е", "у", "ой", "ою"))
            {
                yield return form;
            }

            if (stem.EndsWith("ев", StringComparison.Ordinal))
            {
                foreach (var form in Endings(stem[..^2] + "ьев" + "н", "а", "ы", "е", "у", "ой"))
                {
                    yield return form;
                }
            }
        }
    }

    public static IEnumerable<string> Surname(string name)
    {
        if (Ends(name, "ов") || Ends(name, "ев") || Ends(name, "ин") || Ends(name, "ын"))
        {
            return Endings(name, "", "а", "у", "ым", "ом", "е", "ой", "ою", "ы", "ых", "ыми");
        }

        if (Ends(name, "ий") || Ends(name, "ый") || Ends(name, "ой"))
        {
            return Adjective(name);
        }

        return name.Length > 3 && (Ends(name, "ых") || Ends(name, "их")) ? [name] : [.. Noun(name, false), .. Plural(name)];
    }

    /// <summary>"Нидерланды", "Химки": places that are plurals.</summary>
    public static IEnumerable<string> PluralPlace(string name) =>
        name.Length > 4 && name[^1] is 'ы' or 'и' ? Endings(name[..^1], "", "ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях") : [];

    private static IEnumerable<string> Adjective(string name)
    {
        var stem = name[..^2];
        var soft = Ends(name, "ий") && !"гкхжчшщ".Contains(stem[^1], StringComparison.Ordinal);
        var vowel = soft || "гкхжчшщ".Contains(stem[^1], StringComparison.Ordinal) ? "и" : "ы";
        return [name, .. Endings(stem, soft
            ? ["его", "ему", "им", "ем", "яя", "ей", "юю", "ие", "их", "ими"]
            : ["ого", "ому", vowel + "м", "ом", "ая", "ой", "ую", vowel + "е", vowel + "х", vowel + "ми"])];
    }

    private static IEnumerable<string> Plural(string name)
    {
        if (IsVowel(name[^1]))
        {
            return [];
        }

        var hushing = Hushing.Contains(name[^1], StringComparison.Ordinal) || "гкх".Contains(name[^1], StringComparison.Ordinal);
        return name[^1] is 'ь' or 'й'
            ? Endings(name[..^1], "и", "ей", "ям", "ями", "ях")
            : Endings(name, hushing ? "и" : "ы", Hushing.Contains(name[^1], StringComparison.Ordinal) ? "ей" : "ов", "ам", "ами", "ах");
    }

    private static IEnumerable<string> Noun(string name, bool feminine)
    {
        var stem = name[..^1];
        switch (name[^1])
        {
            case 'а':
                var hard = "гкхжчшщ".Contains(stem[^1], StringComparison.Ordinal) ? "и" : "ы";
                return [name, .. Endings(stem, hard, "е", "у", Hushing.Contains(stem[^1], StringComparison.Ordinal) || stem[^1] is 'ц' ? "ей" : "ой", "ою")];
            case 'я':
                return [name, .. Endings(stem, "и", "е", "ю", "ей", "ею")];
            case 'й':
                return [name, .. Endings(stem, "я", "ю", "ем", "е", "и")];
            case 'ь' when feminine:
                return [name, stem + "и", name + "ю"];
            case 'ь':
                return [name, .. Endings(stem, "я", "ю", "ем", "е")];
            case var last when IsVowel(last) || feminine:
                return [name];
            case var last:
                return [name, .. Fleeting(name), .. Endings(name, "а", "у", Hushing.Contains(last, StringComparison.Ordinal) || last is 'ц' ? "ем" : "ом", "ом", "е")];
        }
    }

    // "Кравец" goes "Кравца", "Зайчонок" "Зайчонка".
    private static IEnumerable<string> Fleeting(string name)
    {
        if (name.Length < 5 || !(Ends(name, "ец") || Ends(name, "ок") || Ends(name, "ек")))
        {
            return [];
        }

        var stem = (name[^3] is 'л' && name[^1] is 'ц' ? name[..^2] + "ь" : name[..^2]) + name[^1];
        return Endings(stem, "а", "у", "ом", "ем", "е");
    }

    private static IEnumerable<string> PatronymicStems(string name)
    {
        var stem = name[..^1];
        switch (name)
        {
            case "павел":
                return ["павлов"];
            case "лев":
                return ["львов"];
            case "илья" or "фома" or "лука" or "кузьма" or "никита" or "савва" or "фока":
                return [stem + (name is "никита" ? "ов" : "")];
            case "яков":
                return ["яковлев"];
            case "петр":
                return ["петров"];
            case "михаил":
                return ["михайлов"];
        }

        return name[^1] switch
        {
            'й' when Ends(name, "ий") => [name[..^2] + "ьев", name[..^2] + "иев"],
            'й' => [stem + "ев"],
            'ь' => [stem + "ев"],
            'а' or 'я' or 'и' or 'о' or 'у' or 'е' or 'э' => [],
            'ж' or 'ш' or 'ч' or 'щ' or 'ц' => [name + "ев"],
            _ => [name + "ов"],
        };
    }

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => "аеиоуыэюя".Contains(letter, StringComparison.Ordinal);

    private static IEnumerable<string> Endings(string stem, params string[] endings) => endings.Select(ending => stem + ending);
}
