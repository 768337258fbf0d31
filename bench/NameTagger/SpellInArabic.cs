using System.Text;

namespace Earshot.Bench.NameTagger;

/// <summary>A name in Latin letters as Arabic would write it, with the choices that writers make: short vowels are left out or not.</summary>
internal sealed class SpellInArabic(Random dice)
{
    // Longest first.
    private static readonly (string Latin, string[] Arabic)[] Table =
    [
        ("tsch", ["تش"]), ("sch", ["ش"]), ("tch", ["تش"]), ("chr", ["كر"]), ("eau", ["و"]), ("igh", ["اي"]), ("sh", ["ش"]), ("ch", ["تش", "ش"]), ("th", ["ث", "ت"]), ("ph", ["ف"]), ("kh", ["خ"]), ("gh", ["غ"]), ("zh", ["ج"]), ("ck", ["ك"]),
        ("qu", ["كو"]), ("oo", ["و"]), ("ou", ["و", "او"]), ("ee", ["ي"]), ("ea", ["ي", "يا"]), ("ie", ["ي"]), ("ei", ["اي", "ي"]), ("ai", ["اي", "ي"]), ("ay", ["اي"]), ("au", ["او"]), ("aw", ["او"]), ("ia", ["يا"]), ("io", ["يو"]), ("ll", ["ل"]), ("nn", ["ن"]), ("ss", ["س"]),
        ("tt", ["ت"]), ("rr", ["ر"]), ("mm", ["م"]), ("pp", ["ب"]), ("bb", ["ب"]), ("dd", ["د"]), ("ff", ["ف"]), ("gg", ["غ", "ج"]), ("zz", ["ز", "تز"]), ("cc", ["ك"]),
        ("a", ["ا"]), ("b", ["ب"]), ("c", ["ك"]), ("d", ["د"]), ("e", ["ي", ""]), ("f", ["ف"]), ("g", ["غ", "ج"]), ("h", ["ه"]), ("i", ["ي"]), ("j", ["ج"]), ("k", ["ك"]), ("l", ["ل"]), ("m", ["م"]), ("n", ["ن"]), ("o", ["و"]), ("p", ["ب"]), ("q", ["ق"]), ("r", ["ر"]),
        ("s", ["س"]), ("t", ["ت"]), ("u", ["و", "ا"]), ("v", ["ف"]), ("w", ["و"]), ("x", ["كس"]), ("y", ["ي"]), ("z", ["ز"]),
    ];

    public string Of(string name)
    {
        var text = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var (latin, arabic) = Array.Find(Table, pair => name.AsSpan(at).StartsWith(pair.Latin, StringComparison.Ordinal));
            if (latin is null)
            {
                at++;
                continue;
            }

            text.Append(Written(latin, arabic, at, name));
            at += latin.Length;
        }

        return text.ToString();
    }

    private string Written(string latin, string[] arabic, int at, string name)
    {
        var isVowel = latin is "a" or "e" or "i" or "o" or "u";
        if (at == 0 && isVowel)
        {
            return latin is "e" or "i" ? "اي" : latin is "o" or "u" ? "او" : "ا";
        }

        var isLast = at + latin.Length == name.Length;
        return isLast && latin is "e" ? string.Empty
            : isLast && latin is "a" && dice.Next(4) == 0 ? "ه"
            : isVowel && !isLast && dice.Next(latin is "a" or "e" ? 3 : 6) == 0 ? string.Empty
            : (latin, at + 1 < name.Length ? name[at + 1] : ' ') is ("c", 'e' or 'i' or 'y') ? "س"
            : arabic[dice.Next(arabic.Length)];
    }
}
