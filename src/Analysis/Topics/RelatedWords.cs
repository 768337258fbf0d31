using Earshot.Analysis.Text;

namespace Earshot.Analysis.Topics;

/// <summary>A single stem or a pair of neighbouring stems.</summary>
internal readonly record struct Term(string First, string? Second = null)
{
    // Worked out once: each term of a call is looked up in every topic.
    private readonly int hash = HashCode.Combine(First, Second);

    public bool Equals(Term other) => hash == other.hash && First == other.First && Second == other.Second;

    public override int GetHashCode() => hash;
}

/// <summary>Built-in knowledge of words: which belong together, and which say little.</summary>
internal sealed class RelatedWords
{
    private const double CommonWeight = 0.08;

    private static readonly Lazy<RelatedWords> Shared = new(() => new RelatedWords());

    private readonly List<Term[]> groups;
    private readonly Dictionary<Term, List<int>> groupsOf = [];
    private readonly HashSet<string> common;

    private RelatedWords()
    {
        groups = [.. Lines("related").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseTerm).Distinct().ToArray())];
        common = [.. Lines("common").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => Stemmer.Stem(word))];
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var term in groups[group])
            {
                (groupsOf.TryGetValue(term, out var list) ? list : groupsOf[term] = []).Add(group);
            }
        }
    }

    public static RelatedWords BuiltIn => Shared.Value;

    /// <summary>How much a term says, 0 to 1.</summary>
    public double Weight(Term term) => term.Second is not null ? 1.3 : common.Contains(term.First) || term.First.Length < 2 ? CommonWeight : 1;

    /// <summary>True for a word of grammar, of politeness or of any call.</summary>
    public bool IsCommon(string stem) => common.Contains(stem);

    public IReadOnlyList<int> GroupsOf(Term term) => groupsOf.GetValueOrDefault(term, []);

    public IReadOnlyList<Term> Group(int group) => groups[group];

    private static Term ParseTerm(string text)
    {
        var words = text.Split('_', '-').Select(word => Stemmer.Stem(word.ToLowerInvariant().Replace('ё', 'е'))).ToArray();
        return words.Length == 1 ? new Term(words[0]) : new Term(words[0], words[1]);
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(RelatedWords).Assembly.GetManifestResourceStream($"Earshot.Analysis.Topics.Lexicon.{name}.txt")
            ?? throw new InvalidOperationException($"The built-in words '{name}' are missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
