using Earshot.Analysis.Text;

namespace Earshot.Analysis.Phrases;

/// <summary>
/// Every path of every atom in one automaton over term ids: a step is one look-up in a flat hash table, so that the cost of
/// reading a call hardly grows with the number of rules.
/// </summary>
internal sealed class PhraseTrie
{
    private const int DeepestPath = 24;
    private const int Several = -1;

    private readonly int[] roots;
    private readonly long[] keys;
    private readonly int[] targets;
    private readonly Node[] nodes;
    private readonly int[] atoms;
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
        (nodes, atoms) = Flatten(ends);
        mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, steps.Count * 3)) - 1;
        keys = new long[mask + 1];
        targets = new int[mask + 1];
        foreach (var ((node, term), target) in steps)
        {
            nodes[node].Next |= Word.FillerBit | (term == PhrasePaths.AnyWord ? Word.AnyBit : Word.BitOf(term));
            Place(node, term, target);
        }
    }

    /// <summary>Where a phrase that begins with a term goes on, by term.</summary>
    public int[] Roots => roots;

    /// <summary>Finds every atom that is said, in the order of first words.</summary>
    public void Find(CallText call, List<(int Atom, PhraseSpan Span)> hits)
    {
        var (tokens, starts) = (call.Tokens, call.Words.Starts);
        for (var turn = 0; turn < call.TurnCount; turn++)
        {
            var end = call.FirstTokens[turn + 1];
            for (var i = call.FirstTokens[turn]; i < end; i++)
            {
                var word = tokens[i].Word;
                var start = word >= 0 ? starts[word] : Several;
                if (start > 0)
                {
                    Walk(call, start, i, i, end, hits, DeepestPath);
                }
                else if (start == Several)
                {
                    WalkEach(call, i, end, hits);
                }
            }
        }
    }

    private static (Node[] Nodes, int[] Atoms) Flatten(List<List<int>> ends)
    {
        var flat = new Node[ends.Count];
        var all = new List<int>();
        for (var node = 0; node < flat.Length; node++)
        {
            flat[node].FirstAtom = all.Count;
            all.AddRange(ends[node].Distinct());
            flat[node].AtomCount = all.Count - flat[node].FirstAtom;
        }

        return (flat, [.. all]);
    }

    private void WalkEach(CallText call, int first, int end, List<(int Atom, PhraseSpan Span)> hits)
    {
        foreach (var node in call.WordAt(first).Starts)
        {
            Walk(call, node, first, first, end, hits, DeepestPath);
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
            nodes[node].AnyWord = target;
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

    private void Walk(CallText call, int at, int first, int last, int end, List<(int Atom, PhraseSpan Span)> hits, int depth)
    {
        ref var node = ref nodes[at];
        for (var i = 0; i < node.AtomCount; i++)
        {
            hits.Add((atoms[node.FirstAtom + i], new PhraseSpan(first, last)));
        }

        if (last + 1 < end && depth > 0 && (node.Next & call.MaskAt(last + 1)) > 0)
        {
            WalkOn(call, at, first, last + 1, end, hits, depth - 1);
        }
    }

    private void WalkOn(CallText call, int at, int first, int next, int end, List<(int Atom, PhraseSpan Span)> hits, int depth)
    {
        var moved = false;
        var word = call.WordAt(next);
        var onward = nodes[at].Next;
        foreach (var term in word.Terms)
        {
            if ((onward & Word.BitOf(term)) > 0 && Step(at, term) is var target and > 0)
            {
                moved = true;
                Walk(call, target, first, next, end, hits, depth);
            }
        }

        if (nodes[at].AnyWord is var any and > 0)
        {
            Walk(call, any, first, next, end, hits, depth);
        }
        else if (!moved && word.IsFiller)
        {
            WalkOver(call, at, first, next, end, hits, depth);
        }
    }

    // "I, um, want to cancel": a sound of hesitation is stepped over.
    private void WalkOver(CallText call, int node, int first, int filler, int end, List<(int Atom, PhraseSpan Span)> hits, int depth)
    {
        var next = filler + 1;
        if (next >= end || depth <= 0)
        {
            return;
        }

        foreach (var term in call.WordAt(next).Terms)
        {
            if (Step(node, term) is var target and > 0)
            {
                Walk(call, target, first, next, end, hits, depth - 1);
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

    private struct Node
    {
        // Bits of the terms that lead on from here.
        public ulong Next;
        public int FirstAtom;
        public int AtomCount;
        public int AnyWord;
    }

    private static long Key(int node, int term) => ((long)node << 32) | (uint)term;

    private int Slot(long key) => (int)((ulong)(key * -7046029254386353131L) >> 40) & mask;
}
