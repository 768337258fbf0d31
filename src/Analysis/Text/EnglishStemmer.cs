using System.Buffers;

namespace Earshot.Analysis.Text;

/// <summary>The Porter2 algorithm (M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org), in lower case.</summary>
internal static class EnglishStemmer
{
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["skis"] = "ski", ["skies"] = "sky", ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli",
        ["only"] = "onli", ["singly"] = "singl", ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas",
        ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly HashSet<string> AfterStep1a = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

    private static readonly (string Suffix, string To)[] Step2 =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"),
        ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", string.Empty),
    ];

    private static readonly (string Suffix, string To)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", string.Empty), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", string.Empty), ("ful", string.Empty),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic",
    ];

    public static string Stem(string word)
    {
        if (word.Length <= 2)
        {
            return word;
        }

        if (Special.TryGetValue(word, out var special))
        {
            return special;
        }

        var text = MarkConsonantY(word.TrimStart('\''));
        var (r1, r2) = Regions(text);
        text = DropPossessive(text);
        text = DropPlural(text);
        if (AfterStep1a.Contains(text))
        {
            return text;
        }

        text = DropPast(text, r1);
        text = SoftenY(text);
        text = Replace(text, Step2, r1, r2);
        text = Replace(text, Step3, r1, r2);
        text = DropSuffix(text, r2);
        return DropLast(text, r1, r2).Replace('Y', 'y');
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string MarkConsonantY(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return new string(letters);
    }

    private static (int R1, int R2) Regions(string word)
    {
        var r1 = word switch
        {
            _ when word.StartsWith("gener", StringComparison.Ordinal) || word.StartsWith("arsen", StringComparison.Ordinal) => 5,
            _ when word.StartsWith("commun", StringComparison.Ordinal) => 6,
            _ => NextRegion(word, 0),
        };
        return (r1, NextRegion(word, r1));
    }

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

    private static bool Ends(string text, string suffix) => text.EndsWith(suffix, StringComparison.Ordinal);

    private static string DropPossessive(string text) =>
        Ends(text, "'s'") ? text[..^3] : Ends(text, "'s") ? text[..^2] : Ends(text, "'") ? text[..^1] : text;

    private static string DropPlural(string text)
    {
        if (Ends(text, "sses"))
        {
            return text[..^2];
        }

        if (Ends(text, "ied") || Ends(text, "ies"))
        {
            return text.Length > 4 ? text[..^2] : text[..^1];
        }

        var drops = Ends(text, "s") && !Ends(text, "us") && !Ends(text, "ss") && text.AsSpan(0, Math.Max(0, text.Length - 2)).ContainsAny(Vowels);
        return drops ? text[..^1] : text;
    }

    private static string DropPast(string text, int r1)
    {
        if (Ends(text, "eedly") || Ends(text, "eed"))
        {
            var cut = Ends(text, "eed") ? 3 : 5;
            return text.Length - cut >= r1 ? text[..^cut] + "ee" : text;
        }

        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (Ends(text, suffix))
            {
                var stem = text[..^suffix.Length];
                return stem.AsSpan().ContainsAny(Vowels) ? Mend(stem, r1) : text;
            }
        }

        return text;
    }

    private static string Mend(string stem, int r1)
    {
        if (Ends(stem, "at") || Ends(stem, "bl") || Ends(stem, "iz"))
        {
            return stem + "e";
        }

        if (stem.Length > 1 && stem[^1] == stem[^2] && "bdfgmnprt".Contains(stem[^1], StringComparison.Ordinal))
        {
            return stem[..^1];
        }

        return r1 >= stem.Length && EndsInShortSyllable(stem) ? stem + "e" : stem;
    }

    private static bool EndsInShortSyllable(string text) => text.Length switch
    {
        < 2 => false,
        2 => IsVowel(text[0]) && !IsVowel(text[1]),
        _ => !IsVowel(text[^1]) && text[^1] is not ('w' or 'x' or 'Y') && IsVowel(text[^2]) && !IsVowel(text[^3]),
    };

    private static string SoftenY(string text) =>
        text.Length > 2 && text[^1] is 'y' or 'Y' && !IsVowel(text[^2]) && text.Length > 2 ? text[..^1] + "i" : text;

    private static string Replace(string text, (string Suffix, string To)[] table, int r1, int r2)
    {
        foreach (var (suffix, to) in table)
        {
            if (!Ends(text, suffix))
            {
                continue;
            }

            var at = text.Length - suffix.Length;
            return at >= r1 && Allowed(text, suffix, at, r2) ? text[..at] + to : text;
        }

        return text;
    }

    private static bool Allowed(string text, string suffix, int at, int r2) => suffix switch
    {
        "ogi" => at > 0 && text[at - 1] == 'l',
        "li" => at > 0 && "cdeghkmnrt".Contains(text[at - 1], StringComparison.Ordinal),
        "ative" => at >= r2,
        _ => true,
    };

    private static string DropSuffix(string text, int r2)
    {
        foreach (var suffix in Step4)
        {
            if (Ends(text, suffix))
            {
                var at = text.Length - suffix.Length;
                var allowed = at >= r2 && (suffix != "ion" || (at > 0 && text[at - 1] is 's' or 't'));
                return allowed ? text[..at] : text;
            }
        }

        return text;
    }

    private static string DropLast(string text, int r1, int r2)
    {
        var at = text.Length - 1;
        return text switch
        {
            [.., 'e'] when at >= r2 || (at >= r1 && !EndsInShortSyllable(text[..at])) => text[..at],
            [.., 'l', 'l'] when at >= r2 => text[..at],
            _ => text,
        };
    }
}
