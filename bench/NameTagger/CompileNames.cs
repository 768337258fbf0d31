using System.Text.RegularExpressions;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Bench.NameTagger;

/// <summary>
/// Makes the binary tables of the library from the lists beside this file and the dictionaries of spelling checkers
/// (folders <c>hunspell</c> and <c>scowl</c> as Debian's packages unpack them).
/// </summary>
internal sealed partial class CompileNames(string lists, string dictionaries, string target)
{
    private readonly Dictionary<string, NameTraits> names = [];

    public void Run()
    {
        var russian = RussianWords();
        var english = EnglishWords(EnglishFile());
        File.WriteAllBytes(Path.Combine(target, "words-ru.bin"), WordGraph.Write(russian.Order(StringComparer.Ordinal)));
        File.WriteAllBytes(Path.Combine(target, "words-en.bin"), WordGraph.Write(EnglishWords(RareEnglishFile()).Order(StringComparer.Ordinal)));
        AddRussian();
        AddPlain();
        MarkWords(russian, english);
        AddCommon(russian, english);
        File.WriteAllBytes(Path.Combine(target, "names.bin"), NameTable.Write(names));
    }

    // Words of every call: one lookup tells that they are words, and the large dictionaries are not asked.
    private void AddCommon(HashSet<string> russian, HashSet<string> english)
    {
        var common = Directory.EnumerateFiles("bench/SpokenPii/templates/train", "*.txt").Concat(Directory.EnumerateFiles("bench/NameTagger/Templates", "*.txt"))
            .SelectMany(file => Words().Matches(FoldText.Of(File.ReadAllText(file)))).Select(match => match.Value).Distinct()
            .Concat(EnglishWords(CommonEnglishFile())).Distinct();
        foreach (var word in common.Where(word => !names.ContainsKey(word)).ToArray())
        {
            if (russian.Contains(word) || english.Contains(word))
            {
                names.Add(word, russian.Contains(word) ? NameTraits.RussianWord : NameTraits.EnglishWord);
            }
        }

        foreach (var word in SaidWords.Arabic(lists).Where(word => !names.ContainsKey(word)))
        {
            names.Add(word, NameTraits.ArabicWord);
        }
    }

    [GeneratedRegex("[a-zа-я]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("^(english|american|british|british_z)-words\\.(10|20)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CommonEnglishFile();

    private HashSet<string> RussianWords()
    {
        var hunspell = new ExpandHunspell(Path.Combine(dictionaries, "hunspell/ru_RU.aff"));
        var words = hunspell.Expand(Path.Combine(dictionaries, "hunspell/ru_RU.dic"))
            .Where(word => word.Length > 1 && !char.IsUpper(word[0]))
            .Select(word => word.Replace('ё', 'е'))
            .Where(word => word.All(letter => letter is (>= 'а' and <= 'я') or '-'))
            .ToHashSet();
        words.UnionWith(List("words-ru.txt").Select(entry => entry.Word));
        words.UnionWith(List("words-ru-more.txt").SelectMany(entry => entry.Section is "noun"
            ? [.. DeclineRussian.Given(entry.Word, entry.Word[^1] is 'ь'), .. DeclineRussian.Surname(entry.Word)]
            : (IEnumerable<string>)[entry.Word]));
        return words;
    }

    private HashSet<string> EnglishWords(Regex files) =>
        Directory.EnumerateFiles(Path.Combine(dictionaries, "dict/scowl"))
            .Where(file => files.IsMatch(Path.GetFileName(file)))
            .SelectMany(file => File.ReadLines(file, System.Text.Encoding.Latin1))
            .Where(word => word.Length > 1 && word.All(letter => letter is >= 'a' and <= 'z'))
            .Concat(List("words-en.txt").Select(entry => entry.Word))
            .ToHashSet();

    // Sizes up to 60 hold the words that people use; larger sizes would make words of surnames.
    [GeneratedRegex("^(english|american|british|british_z)-words\\.(10|20|35|40|50|55|60)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishFile();

    // What is no word at all may be a name, so here rare words count too.
    [GeneratedRegex("^(english|american|british|british_z)-words\\.(10|20|35|40|50|55|60|70)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RareEnglishFile();

    private void AddRussian()
    {
        foreach (var file in (string[])["given-ru.txt", "given-foreign-ru.txt", "given-ru-more.txt", "given-ru-third.txt"])
        {
            foreach (var (section, name) in List(file))
            {
                Add(DeclineRussian.Given(name, section is "f"), NameTraits.GivenName);
                Add(section is "m" ? DeclineRussian.PatronymicsOf(name) : [], NameTraits.Patronymic);
            }
        }

        foreach (var (_, name) in List("diminutives-ru.txt"))
        {
            Add([.. DeclineRussian.Given(name, false), .. DeclineRussian.Vocative(name)], NameTraits.GivenName | NameTraits.Diminutive);
        }

        foreach (var file in (string[])["surnames-ru.txt", "surnames-ru-faker.txt", "surnames-foreign-ru.txt", "surnames-ru-third.txt"])
        {
            foreach (var (_, name) in List(file))
            {
                Add(DeclineRussian.Surname(name), NameTraits.Surname);
            }
        }

        foreach (var (_, name) in List("places-ru.txt"))
        {
            Add([.. DeclineRussian.Surname(name), .. DeclineRussian.Given(name, name[^1] is 'ь'), .. DeclineRussian.PluralPlace(name)], NameTraits.Place);
        }
    }

    private void AddPlain()
    {
        (string File, NameTraits Traits)[] sources =
        [
            ("given-english.txt", NameTraits.GivenName | NameTraits.Frequent), ("given-rare.txt", NameTraits.GivenName), ("given-latin.txt", NameTraits.GivenName), ("given-origins.txt", NameTraits.GivenName), ("given-world.txt", NameTraits.GivenName | NameTraits.Frequent),
            ("surnames-english.txt", NameTraits.Surname | NameTraits.Frequent), ("surnames-rare.txt", NameTraits.Surname), ("surnames-latin.txt", NameTraits.Surname), ("surnames-origins.txt", NameTraits.Surname), ("surnames-words.txt", NameTraits.Surname),
            ("proper-latin.txt", NameTraits.Proper), ("places-latin.txt", NameTraits.Place),
            ("given-arabic.txt", NameTraits.GivenName), ("given-arabic-more.txt", NameTraits.GivenName), ("given-arabic-third.txt", NameTraits.GivenName), ("given-arabic-fourth.txt", NameTraits.GivenName), ("surnames-arabic.txt", NameTraits.Surname), ("surnames-arabic-third.txt", NameTraits.Surname), ("surnames-arabic-fourth.txt", NameTraits.Surname), ("places-arabic.txt", NameTraits.Place),
            ("given-arabic-latin.txt", NameTraits.GivenName | NameTraits.Frequent), ("surnames-arabic-latin.txt", NameTraits.Surname | NameTraits.Frequent),
        ];
        foreach (var (file, traits) in sources)
        {
            Add(List(file).Select(entry => entry.Word), traits);
        }
    }

    private void MarkWords(HashSet<string> russian, HashSet<string> english)
    {
        var others = OtherWords();
        var arabic = List("words-ar.txt").Select(entry => FoldText.Of(entry.Word)).ToHashSet();
        var nameFirst = List("names-before-words.txt")
            .SelectMany(entry => entry.Section is "decline" ? DeclineRussian.Given(entry.Word, false) : [entry.Word])
            .ToHashSet();
        foreach (var word in names.Keys.ToArray())
        {
            if (nameFirst.Contains(word))
            {
                continue;
            }

            names[word] |= (russian.Contains(word) ? NameTraits.RussianWord : NameTraits.None)
                | (english.Contains(word) ? NameTraits.EnglishWord : NameTraits.None)
                | (others.Contains(word) ? NameTraits.OtherWord : NameTraits.None)
                | (arabic.Contains(word) ? NameTraits.ArabicWord : NameTraits.None);
        }
    }

    private HashSet<string> OtherWords() =>
        ((string[])["de_DE", "fr", "es_ES", "it_IT", "nl", "pl_PL", "pt_PT"])
            .SelectMany(file => ReadAnyEncoding(Path.Combine(dictionaries, $"hunspell/{file}.dic")).Skip(1))
            .Select(line => line.Split('/', '\t', ' ')[0])
            .Where(word => word.Length > 2 && char.IsLower(word[0]))
            .Select(word => FoldText.Of(word))
            .ToHashSet();

    private static string[] ReadAnyEncoding(string path)
    {
        try
        {
            return File.ReadAllLines(path, new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (System.Text.DecoderFallbackException)
        {
            return File.ReadAllLines(path, System.Text.Encoding.Latin1);
        }
    }

    private IEnumerable<(string Section, string Word)> List(string file) =>
        File.Exists(Path.Combine(lists, file)) ? ReadLists.Of(Path.Combine(lists, file)) : [];

    private void Add(IEnumerable<string> forms, NameTraits traits)
    {
        foreach (var form in forms)
        {
            var key = FoldText.Of(form);
            names[key] = names.GetValueOrDefault(key) | traits;
        }
    }
}
