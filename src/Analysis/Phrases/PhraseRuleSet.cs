using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>Rules that were compiled together. Thread-safe.</summary>
internal sealed class PhraseRuleSet
{
    private readonly Dictionary<string, int> indexes;
    private readonly PhraseNode[] rules;
    private readonly int[][] rulesOfAtom;
    private readonly bool[] holdsUnsaid;
    private readonly PhraseTrie trie;
    private readonly int atomCount;

    public PhraseRuleSet(IReadOnlyList<(string Name, PhraseNode Node)> compiled, PhraseTrie trie, int atomCount, Vocabulary vocabulary)
    {
        this.trie = trie;
        Vocabulary = vocabulary;
        vocabulary.Roots = trie.Roots;
        rules = [.. compiled.Select(rule => rule.Node)];
        indexes = compiled.Select((rule, index) => (rule.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
        rulesOfAtom = IndexAtoms(atomCount);
        this.atomCount = atomCount;
        holdsUnsaid = new PhraseResults(this, CallText.Empty, PhraseHits.Collect(atomCount, _ => { }), all: true).HoldingRules();
    }

    public Vocabulary Vocabulary { get; }

    public int Count => rules.Length;

    public PhraseNode Rule(int index) => rules[index];

    public int IndexOf(string name) => indexes.TryGetValue(name, out var index)
        ? index
        : throw new ArgumentException($"There is no rule '{name}'.", nameof(name));

    /// <summary>Applies all rules to a call.</summary>
    public PhraseResults Apply(CallText call)
    {
        var found = PhraseHits.Collect(atomCount, hits => trie.Find(call, hits));
        return new PhraseResults(this, call, found, all: false);
    }

    /// <summary>Rules that can hold in a call with these hits; the others need not be looked at.</summary>
    public bool[] Candidates(PhraseHits found)
    {
        var candidates = (bool[])holdsUnsaid.Clone();
        foreach (var atom in found.Touched)
        {
            foreach (var rule in rulesOfAtom[atom])
            {
                candidates[rule] = true;
            }
        }

        return candidates;
    }

    private int[][] IndexAtoms(int atomCount)
    {
        var lists = Enumerable.Range(0, atomCount).Select(_ => new HashSet<int>()).ToArray();
        for (var rule = 0; rule < rules.Length; rule++)
        {
            Collect(rules[rule], rule, lists);
        }

        return [.. lists.Select(list => list.ToArray())];
    }

    private void Collect(PhraseNode node, int rule, HashSet<int>[] lists)
    {
        foreach (var part in node.Tree())
        {
            if (part is AtomNode atom)
            {
                lists[atom.Atom].Add(rule);
            }
            else if (part is RuleNode reference)
            {
                Collect(rules[indexes[reference.Name]], rule, lists);
            }
        }
    }
}
