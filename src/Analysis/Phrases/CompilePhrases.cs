using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>Compiles rules and dictionaries into one set, or says what is wrong with each of them.</summary>
internal sealed class CompilePhrases : IPhraseNames
{
    private const int MostPaths = 400_000;
    private const int LongestRule = 20_000;

    private readonly Vocabulary vocabulary = new();
    private readonly List<List<int[]>> atoms = [];
    private readonly Dictionary<string, int> atomOfPhrase = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PhraseRule> sources;
    private readonly Dictionary<string, int> dictionaries = new(StringComparer.Ordinal);
    private readonly List<PhraseError> errors = [];
    private readonly IReadOnlyList<PhraseRule> rules;
    private int pathCount;
    private string scope = string.Empty;

    private CompilePhrases(IReadOnlyList<PhraseRule> rules)
    {
        this.rules = rules;
        sources = rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    public static (PhraseRuleSet? Set, IReadOnlyList<PhraseError> Errors) Run(IReadOnlyList<PhraseRule> rules) => new CompilePhrases(rules).Compile();

    int IPhraseNames.Phrase(Lexeme phrase)
    {
        var key = phrase.Mark + phrase.Text;
        if (!atomOfPhrase.TryGetValue(key, out var atom))
        {
            atom = AddAtom(new PhrasePaths(vocabulary).Expand(phrase), phrase);
            atomOfPhrase.Add(key, atom);
        }

        return atom;
    }

    int IPhraseNames.Dictionary(Lexeme name)
    {
        var source = Find(name.Text, "$") ?? throw new PhraseSyntaxException(name.Position, name.Length, $"There is no dictionary '{name.Text}'.");
        if (!dictionaries.TryGetValue(source.Name, out var atom))
        {
            atom = AddAtom([.. ReadDictionary(source.Text)], name);
            dictionaries.Add(source.Name, atom);
        }

        return atom;
    }

    string IPhraseNames.Rule(Lexeme name) =>
        Find(name.Text, string.Empty)?.Name ?? throw new PhraseSyntaxException(name.Position, name.Length, $"There is no rule '{name.Text}'.");

    // Names are looked up in the rule's own scope first ("card1:greeting"), then among all.
    private PhraseRule? Find(string name, string sign) => sources.GetValueOrDefault(sign + scope + name) ?? sources.GetValueOrDefault(sign + name);

    private IEnumerable<int[]> ReadDictionary(string text) => PhraseLexer.Read(text)
        .Where(lexeme => lexeme.Kind is LexemeKind.Quoted or LexemeKind.Word)
        .SelectMany(new PhrasePaths(vocabulary).Expand);

    private int AddAtom(List<int[]> paths, Lexeme place)
    {
        pathCount += paths.Count;
        if (pathCount > MostPaths)
        {
            throw new PhraseSyntaxException(place.Position, place.Length, "The rules have too many forms in all.");
        }

        atoms.Add(paths);
        return atoms.Count - 1;
    }

    private (PhraseRuleSet? Set, IReadOnlyList<PhraseError> Errors) Compile()
    {
        errors.AddRange(rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => new PhraseError(group.Key, 0, 0, "The name is used twice.")));
        var nodes = new List<(string Name, PhraseNode Node)>();
        foreach (var rule in rules)
        {
            CompileOne(rule, nodes);
        }

        FindCircles(nodes);
        return errors.Count > 0
            ? (null, errors)
            : (new PhraseRuleSet(nodes, new PhraseTrie(vocabulary.Count, atoms), atoms.Count, vocabulary), errors);
    }

    private void CompileOne(PhraseRule rule, List<(string Name, PhraseNode Node)> nodes)
    {
        scope = rule.Name.TrimStart('$')[..(rule.Name.TrimStart('$').IndexOf(':', StringComparison.Ordinal) + 1)];
        try
        {
            if (rule.Text.Length > LongestRule)
            {
                throw new PhraseSyntaxException(LongestRule, 1, $"A rule has at most {LongestRule} characters.");
            }

            if (rule.Name.StartsWith('$'))
            {
                CheckDictionary(rule);
                return;
            }

            nodes.Add((rule.Name, new PhraseParser(rule.Text, this).Parse()));
        }
        catch (PhraseSyntaxException wrong)
        {
            errors.Add(new PhraseError(rule.Name, wrong.Position, wrong.Length, wrong.Message));
        }
    }

    private void CheckDictionary(PhraseRule dictionary)
    {
        if (!ReadDictionary(dictionary.Text).Any())
        {
            throw new PhraseSyntaxException(0, Math.Max(1, dictionary.Text.Length), "A dictionary holds at least one phrase.");
        }
    }

    private void FindCircles(List<(string Name, PhraseNode Node)> nodes)
    {
        var byName = nodes.GroupBy(node => node.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Node, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in nodes)
        {
            Visit(name, byName, [], done);
        }
    }

    private void Visit(string name, Dictionary<string, PhraseNode> byName, List<string> path, HashSet<string> done)
    {
        if (path.Contains(name))
        {
            errors.Add(new PhraseError(name, 0, 0, $"The rule refers to itself: {string.Join(" → ", path)} → {name}."));
            return;
        }

        if (done.Contains(name) || !byName.TryGetValue(name, out var node))
        {
            return;
        }

        path.Add(name);
        foreach (var reference in PhraseNodes.References(node))
        {
            Visit(reference, byName, path, done);
        }

        path.RemoveAt(path.Count - 1);
        done.Add(name);
    }
}
