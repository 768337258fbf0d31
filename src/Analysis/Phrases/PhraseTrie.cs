using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>
/// Every path of every atom in one automaton over term ids: a step is one look-up in a flat hash table, so that the cost of
/// reading a call hardly grows with the number of rules.
/// </summary>
internal sealed class PhraseTrie
{
    private const int DeepestPath = 24;

    private readonly int[] roots;
    private readonly long[] keys;
    private readonly int[] targets;
    private readonly int[] anyWord;
    private readonly int[][] atoms;
    private readonly int mask;

    public PhraseTrie(int termCount, IReadOnlyList<List<int[]>> atomPaths)
    {
        var steps = new Dictionary<(int Node, int Term), int>();
        var ends = new List<List<int>> { new() };
        for (var atom = 0; atom < atomPaths.Count; atom++)
        {
            foreach (var path in atomPaths[atom])
            {
                Add(steps, ends, path, atom);
            }
        }

        roots = new int[termCount + 1];
        anyWord = new int[ends.Count];
        atoms = [.. ends.Select(list => list.Distinct().ToArray())];
        mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, steps.Count * 3)) - 1;
        keys = new long[mask + 1];
        targets = new int[mask + 1];
        foreach (var ((node, term), target) in steps)
        {
            Place(node, term, target);
        }
    }

    /// <summary>Finds every atom that is said, in the order of first words.</summary>
    public void Find(CallText call, List<(int Atom, PhraseSpan Span)> hits)
    {
        var tokens = call.Tokens;
        for (var turn = 0; turn < call.TurnCount; turn++)
        {
            var end = call.FirstTokens[turn + 1];
            for (var i = call.FirstTokens[turn]; i < end; i++)
            {
                foreach (var term in tokens[i].Word.Terms)
                {
                    if (roots[term] is var node and > 0)
                    {
                        Walk(tokens, node, i, i, end, hits, DeepestPath);
                    }
                }
            }
        }
    }

    private static void Add(Dictionary<(int Node, int Term), int> steps, List<List<int>> ends, int[] path, int atom)
    {
        var node = 0;
        foreach (var term in path)
        {
            if (!steps.TryGetValue((node, term), out var next))
            {
                next = ends.Count;
                steps.Add((node, term), next);
                ends.Add([]);
            }

            node = next;
        }

        ends[node].Add(atom);
    }

    private void Place(int node, int term, int target)
    {
        if (term == PhrasePaths.AnyWord)
        {
            anyWord[node] = target;
            return;
        }

        if (node == 0)
        {
            roots[term] = target;
            return;
        }

        var key = Key(node, term);
        var slot = Slot(key);
        while (keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        keys[slot] = key;
        targets[slot] = target;
    }

    private void Walk(Token[] tokens, int node, int first, int last, int end, List<(int Atom, PhraseSpan Span)> hits, int depth)
    {
        foreach (var atom in atoms[node])
        {
            hits.Add((atom, new PhraseSpan(first, last)));
        }

        var next = last + 1;
        if (next >= end || depth == 0)
        {
            return;
        }

        var moved = false;
        foreach (var term in tokens[next].Word.Terms)
        {
            if (Step(node, term) is var target and > 0)
            {
                moved = true;
                Walk(tokens, target, first, next, end, hits, depth - 1);
            }
        }

        if (anyWord[node] is var any and > 0)
        {
            Walk(tokens, any, first, next, end, hits, depth - 1);
        }
        else if (!moved && tokens[next].Word.IsFiller)
        {
            WalkOn(tokens, node, first, next, end, hits, depth - 1);
        }
    }

    // "I, um, want to cancel": a sound of hesitation is stepped over.
    private void WalkOn(Token[] tokens, int node, int first, int filler, int end, List<(int Atom, PhraseSpan Span)> hits, int depth)
    {
        var next = filler + 1;
        if (next >= end || depth <= 0)
        {
            return;
        }

        foreach (var term in tokens[next].Word.Terms)
        {
            if (Step(node, term) is var target and > 0)
            {
                Walk(tokens, target, first, next, end, hits, depth - 1);
            }
        }
    }

    private int Step(int node, int term)
    {
        var key = Key(node, term);
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return targets[slot];
            }
        }

        return 0;
    }

    private static long Key(int node, int term) => ((long)node << 32) | (uint)term;

    private int Slot(long key) => (int)((ulong)(key * -7046029254386353131L) >> 40) & mask;
}
