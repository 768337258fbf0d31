using System.Text;

namespace Earshot.Analysis.Text;

/// <summary>
/// A light stemmer after L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007):
/// letters are brought to one form, then the article with its particles and the common endings are dropped.
/// </summary>
internal static class ArabicStemmer
{
    private static readonly string[] Prefixes = ["وال", "بال", "كال", "فال", "ال", "لل", "و"];
    private static readonly string[] Suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

    public static string Stem(string word)
    {
        var text = Normalize(word);
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.Length - prefix.Length >= (prefix.Length == 1 ? 3 : 2))
            {
                text = text[prefix.Length..];
                break;
            }
        }

        foreach (var suffix in Suffixes)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal) && text.Length - suffix.Length >= 2)
            {
                text = text[..^suffix.Length];
            }
        }

        return text;
    }

    private static string Normalize(string word)
    {
        var result = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (letter is (< '\u064B' or > '\u0652') and not '\u0640')
            {
                result.Append(letter switch { 'أ' or 'إ' or 'آ' => 'ا', 'ى' => 'ي', 'ة' => 'ه', _ => letter });
            }
        }

        return result.ToString();
    }
}
