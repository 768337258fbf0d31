namespace Earshot.Analysis.Text;

/// <summary>Brings a word to its stem by the script in which it is written, so that mixed speech needs no language switch.</summary>
internal static class Stemmer
{
    public static string Stem(string word) => (word.Length == 0 ? ' ' : word[0]) switch
    {
        >= 'a' and <= 'z' => EnglishStemmer.Stem(word),
        >= 'а' and <= 'я' => RussianStemmer.Stem(word),
        >= '\u0620' and <= '\u06FF' => ArabicStemmer.Stem(word),
        _ => word,
    };
}
