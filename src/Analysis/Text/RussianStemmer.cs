namespace Earshot.Analysis.Text;

/// <summary>The Snowball algorithm for Russian (snowballstem.org/algorithms/russian), on lower-case text with ё written as е, and a last step for aspect.</summary>
internal static class RussianStemmer
{
    private static readonly string[] GerundAfterA = ["вшись", "вши", "в"];
    private static readonly string[] Gerund = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] Reflexive = ["ся", "сь"];
    private static readonly string[] ParticipleAfterA = ["ющ", "вш", "ем", "нн", "щ"];
    private static readonly string[] Participle = ["ивш", "ывш", "ующ"];

    private static readonly string[] Adjective =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом",
        "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] VerbAfterA =
    [
        "ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н",
    ];

    private static readonly string[] Verb =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь",
        "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] Noun =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем", "ам",
        "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    private static readonly string[] Superlative = ["ейше", "ейш"];
    private static readonly string[] Derivational = ["ость", "ост"];

    public static string Stem(string word)
    {
        var rv = AfterFirstVowel(word);
        if (rv >= word.Length)
        {
            return word;
        }

        var text = DropEnding(word, rv);
        text = Drop(text, ["и"], rv) ?? text;
        text = Drop(text, Derivational, SecondRegion(word)) ?? text;
        return DropAspect(DropTail(text, rv), rv);
    }

    // Beyond Snowball: both aspects of a verb get one stem, so that «отменить» finds «отменять» and «отменяю».
    private static string DropAspect(string text, int rv)
    {
        var cut = text.EndsWith("ыва", StringComparison.Ordinal) || text.EndsWith("ива", StringComparison.Ordinal) ? 3 : text.Length > 4 && text[^1] is 'а' or 'я' ? 1 : 0;
        return text.Length - cut >= Math.Max(rv, 3) ? text[..^cut] : text;
    }

    private static string DropEnding(string word, int rv)
    {
        var gerund = DropAfterA(word, GerundAfterA, rv) ?? Drop(word, Gerund, rv);
        if (gerund is not null)
        {
            return gerund;
        }

        var text = Drop(word, Reflexive, rv) ?? word;
        return DropAdjective(text, rv) ?? DropVerb(text, rv) ?? Drop(text, Noun, rv) ?? text;
    }

    private static string? DropVerb(string text, int rv)
    {
        var after = Longest(text, VerbAfterA, rv, mustFollowA: true);
        var free = Longest(text, Verb, rv, mustFollowA: false);
        var cut = Math.Max(after, free);
        return cut == 0 ? null : text[..^cut];
    }

    private static string? DropAdjective(string text, int rv) =>
        Drop(text, Adjective, rv) is { } adjective
            ? DropAfterA(adjective, ParticipleAfterA, rv) ?? Drop(adjective, Participle, rv) ?? adjective
            : null;

    private static string DropTail(string text, int rv)
    {
        if (text.EndsWith("нн", StringComparison.Ordinal) && text.Length - 1 >= rv)
        {
            return text[..^1];
        }

        if (Drop(text, Superlative, rv) is { } positive)
        {
            return positive.EndsWith("нн", StringComparison.Ordinal) ? positive[..^1] : positive;
        }

        return Drop(text, ["ь"], rv) ?? text;
    }

    private static bool IsVowel(char letter) => "аеиоуыэюя".Contains(letter, StringComparison.Ordinal);

    private static int AfterFirstVowel(string word)
    {
        var i = 0;
        while (i < word.Length && !IsVowel(word[i]))
        {
            i++;
        }

        return i + 1;
    }

    private static int SecondRegion(string word) => NextRegion(word, NextRegion(word, 0));

    private static int NextRegion(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static string? Drop(string text, string[] endings, int region)
    {
        var cut = Longest(text, endings, region, mustFollowA: false);
        return cut == 0 ? null : text[..^cut];
    }

    private static string? DropAfterA(string text, string[] endings, int region)
    {
        var cut = Longest(text, endings, region, mustFollowA: true);
        return cut == 0 ? null : text[..^cut];
    }

    private static int Longest(string text, string[] endings, int region, bool mustFollowA)
    {
        var best = 0;
        foreach (var ending in endings)
        {
            var at = text.Length - ending.Length;
            if (ending.Length > best && at >= region && text.EndsWith(ending, StringComparison.Ordinal)
                && (!mustFollowA || (at > region - 1 && at - 1 >= region && text[at - 1] is 'а' or 'я')))
            {
                best = ending.Length;
            }
        }

        return best;
    }
}
