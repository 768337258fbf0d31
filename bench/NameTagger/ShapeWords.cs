using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Bench.NameTagger;

/// <summary>A word for training the model of shapes.</summary>
/// <param name="Weight">How much it counts: words that people say count more than those of a dictionary.</param>
internal sealed record ShapeWord(string Word, ShapeSource Source, int Weight)
{
    public bool IsName => Source is ShapeSource.Name or ShapeSource.SpelledName;
}

internal enum ShapeSource
{
    Name,

    /// <summary>A name in Latin letters, written as Arabic would.</summary>
    SpelledName,

    /// <summary>A word of our own sentences and lists.</summary>
    Said,
    Dictionary,
}

/// <summary>Names of the lists and ordinary words of dictionaries and of our own sentences, folded, each once.</summary>
internal sealed partial class ShapeWords(string lists, string dictionaries)
{
    private readonly Random dice = new(20261122);

    public List<ShapeWord> Arabic()
    {
        var common = ((string[])["words-ar.txt"]).SelectMany(List).Concat(((string[])["places-arabic.txt"]).SelectMany(List)).ToHashSet();
        var own = Names("given-arabic", "surnames-arabic").Where(word => !common.Contains(word)).ToHashSet();
        var spell = new SpellInArabic(dice);
        var foreign = Sample(Names("given-english", "given-latin", "given-origins", "surnames-latin", "surnames-english", "surnames-origins").Where(word => word.All(char.IsAsciiLetterLower)), 12000)
            .Select(name => FoldText.Of(spell.Of(name))).Where(word => word.Length > 2);
        var spoken = SaidWords.Arabic(lists).Order(StringComparer.Ordinal).ToArray();
        var plain = Hunspell("ar.dic").Concat(Annotations("ar")).ToHashSet();
        return Together(
            own.Select(word => new ShapeWord(word, ShapeSource.Name, 8)),
            spoken.Concat(spoken.SelectMany(WithParticles)).Select(word => new ShapeWord(word, ShapeSource.Said, 4)),
            plain.Concat(plain.Order(StringComparer.Ordinal).Where((_, at) => at % 4 == 0).SelectMany(WithParticles)).Select(word => new ShapeWord(word, ShapeSource.Dictionary, 1)),
            foreign.Select(word => new ShapeWord(word, ShapeSource.SpelledName, 1)));
    }

    public List<ShapeWord> Latin()
    {
        var names = Names("given-english", "given-rare", "given-latin", "given-origins", "given-world", "given-arabic-latin", "surnames-english", "surnames-rare", "surnames-latin", "surnames-origins", "surnames-arabic-latin");
        var words = Directory.EnumerateFiles(Path.Combine(dictionaries, "dict/scowl"))
            .Where(file => EnglishFile().IsMatch(Path.GetFileName(file)))
            .SelectMany(file => File.ReadLines(file, System.Text.Encoding.Latin1))
            .Where(word => word.Length > 3 && word.All(char.IsAsciiLetterLower));
        return Together(names.Select(word => new ShapeWord(word, ShapeSource.Name, 1)), words.Concat(List("words-en.txt")).Select(word => new ShapeWord(word, ShapeSource.Dictionary, 1)));
    }

    [GeneratedRegex("^(english|american|british|british_z)-words\\.(10|20|35|40|50|55|60|70|80)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishFile();

    // What comes first is believed.
    private static List<ShapeWord> Together(params IEnumerable<ShapeWord>[] sources)
    {
        var all = new Dictionary<string, ShapeWord>(StringComparer.Ordinal);
        foreach (var one in sources.SelectMany(source => source).Where(one => one.Word.Length > 2 && NameShape.Reads(one.Word)))
        {
            all.TryAdd(one.Word, one);
        }

        return [.. all.Values.OrderBy(one => one.Word, StringComparer.Ordinal)];
    }

    private IEnumerable<string> Sample(IEnumerable<string> words, int count)
    {
        var all = words.Distinct().Order(StringComparer.Ordinal).ToArray();
        dice.Shuffle(all);
        return all.Take(count);
    }

    // What Arabic writes together with a word.
    private IEnumerable<string> WithParticles(string word)
    {
        string[] before = word.StartsWith("ال", StringComparison.Ordinal) ? ["و", "ب"] : ["و", "ب", "ل", "ف", "ال", "وال", "بال", "لل", "عال", "هال"];
        string[] after = ["ه", "ها", "هم", "ك", "كم", "ي", "نا", "ا", "ين", "ات"];
        yield return before[dice.Next(before.Length)] + word;
        yield return (word[^1] == 'ه' ? word[..^1] + "ت" : word) + after[dice.Next(after.Length)];
    }

    private HashSet<string> Names(params string[] prefixes) =>
        [.. prefixes.SelectMany(prefix => Directory.EnumerateFiles(lists, prefix + "*.txt")).Where(file => prefixes.Any(prefix => prefix.EndsWith("latin", StringComparison.Ordinal)) || !file.EndsWith("-latin.txt", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(file => List(Path.GetFileName(file)))];

    private IEnumerable<string> List(string file) => ReadLists.Of(Path.Combine(lists, file)).Select(entry => FoldText.Of(entry.Word));

    private IEnumerable<string> Hunspell(string file) =>
        File.ReadLines(Path.Combine(dictionaries, "hunspell", file)).Skip(1).Select(line => line.Split('/', '\t', ' ')[0])
            .Where(word => !word.Contains('#', StringComparison.Ordinal)).SelectMany(SaidWords.WordsOf);

    private IEnumerable<string> Annotations(string language) =>
        SaidWords.WordsOf(JsonNode.Parse(File.ReadAllText(Path.Combine(dictionaries, "cldr", language + ".json")))!["annotations"]!["annotations"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}
