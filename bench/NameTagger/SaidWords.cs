using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Earshot.Masking.Tokens;

namespace Earshot.Bench.NameTagger;

/// <summary>Ordinary words of Arabic that our own list and sentences hold, folded.</summary>
internal static partial class SaidWords
{
    public static HashSet<string> Arabic(string lists)
    {
        var (words, personal) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        words.UnionWith(WordsOf(File.ReadAllText("bench/NameTagger/Templates/ar.txt")));
        foreach (var row in Directory.EnumerateFiles("bench/SpokenPii/train", "ar.*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonNode.Parse(line)!))
        {
            var text = (string)row["text"]!;
            personal.UnionWith(row["spans"]!.AsArray().SelectMany(span => WordsOf(text[(int)span!["start"]!..(int)span["end"]!])));
            words.UnionWith(WordsOf(text));
        }

        words.ExceptWith(personal);
        words.UnionWith(ReadLists.Of(Path.Combine(lists, "words-ar-spoken.txt")).Select(entry => FoldText.Of(entry.Word)).Where(word => word.Length > 2));
        return words;
    }

    public static IEnumerable<string> WordsOf(string text) => ArabicWord().Matches(text).Select(match => FoldText.Of(match.Value));

    [GeneratedRegex("[\u0621-\u064a]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex ArabicWord();
}
