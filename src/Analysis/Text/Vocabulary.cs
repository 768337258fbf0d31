namespace Earshot.Analysis.Text;

/// <summary>
/// The words that rules speak of, numbered: as written, by stem, or by resemblance. Filled while rules are compiled and
/// only read afterwards, apart from a bounded cache of the forms that calls contain.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly HashSet<string> Fillers =
    [
        "um", "uh", "umm", "uhm", "er", "erm", "hmm", "mm", "э", "ээ", "эээ", "эм", "мм", "ммм", "хм", "ну", "вот", "значит",
    ];

    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stems = new(StringComparer.Ordinal);
    private readonly Resemblance resembling = new();
    private readonly Dictionary<string, int> beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> endings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> classesOf = [];

    /// <summary>The words of calls, as they came.</summary>
    public WordTable Words { get; } = new();

    /// <summary>Number of terms; ids run from 1.</summary>
    public int Count { get; private set; }

    public int Exact(string word) => Add(exact, word);

    public int Stem(string word) => Add(stems, Stemmer.Stem(word));

    public int Resembling(string word)
    {
        var id = ++Count;
        resembling.Add(word, id);
        return id;
    }

    /// <summary>A word that begins so: <c>refund*</c>.</summary>
    public int Beginning(string letters) => Add(beginnings, letters);

    /// <summary>A word that ends so: <c>*ing</c>.</summary>
    public int Ending(string letters) => Add(endings, letters);

    /// <summary>A term that stands for any of several.</summary>
    public int Class(IEnumerable<int> terms)
    {
        var members = terms.Distinct().Order().ToArray();
        var key = string.Join(' ', members);
        if (classes.TryGetValue(key, out var known))
        {
            return known;
        }

        var id = ++Count;
        classes.Add(key, id);
        foreach (var member in members)
        {
            (classesOf.TryGetValue(member, out var list) ? list : classesOf[member] = []).Add(id);
        }

        return id;
    }

    /// <summary>Where a phrase that begins with a term goes on, by term; set once all phrases are known.</summary>
    public int[] Roots { get; set; } = [];

    /// <summary>
    /// Numbers of the words of a form, which is in lower case already. A contraction is several words: "don't" is "do not". None when
    /// the form is new and there is no more room; <see cref="Describe(ReadOnlySpan{char})"/> tells of it then.
    /// </summary>
    public (int First, int Count) Find(ReadOnlySpan<char> form, uint hash) =>
        Words.Find(form, hash) is { Count: > 0 } known ? known : Words.Add(form, hash, Describe(form));

    /// <summary>The words of a form, worked out.</summary>
    public Word[] Describe(ReadOnlySpan<char> form) => [.. Contractions.Split(form.ToString()).Select(Describe)];

    private Word Describe(string form)
    {
        var stem = Stemmer.Stem(form);
        var terms = new List<int>(2);
        if (exact.TryGetValue(form, out var same))
        {
            terms.Add(same);
        }

        if (stems.TryGetValue(stem, out var byStem))
        {
            terms.Add(byStem);
        }

        resembling.Find(form, terms);
        terms.AddRange(beginnings.Where(pair => form.StartsWith(pair.Key, StringComparison.Ordinal)).Select(pair => pair.Value));
        terms.AddRange(endings.Where(pair => form.Length > pair.Key.Length + 1 && form.EndsWith(pair.Key, StringComparison.Ordinal)).Select(pair => pair.Value));
        var all = terms.Concat(terms.SelectMany(term => classesOf.GetValueOrDefault(term, []))).Distinct();
        int[] known = [.. all];
        return new Word(stem, known, [.. known.Where(term => term < Roots.Length && Roots[term] > 0).Select(term => Roots[term])], Fillers.Contains(form));
    }

    private int Add(Dictionary<string, int> terms, string word)
    {
        if (!terms.TryGetValue(word, out var id))
        {
            id = ++Count;
            terms.Add(word, id);
        }

        return id;
    }
}
