namespace Earshot.Masking.Names;

/// <summary>
/// Builds a minimal acyclic automaton from sorted words, state by state as prefixes are left behind
/// (Daciuk, Mihov, Watson and Watson, 2000).
/// </summary>
internal sealed class WordGraphBuilder
{
    private readonly Dictionary<string, uint> known = [];
    private readonly List<uint> edges = [0];
    private readonly List<State> path = [new()];
    private string previous = string.Empty;

    /// <summary>Adds a word that sorts after all before it.</summary>
    public void Add(string word)
    {
        var shared = 0;
        while (shared < Math.Min(word.Length, previous.Length) && word[shared] == previous[shared])
        {
            shared++;
        }

        Close(shared);
        for (var i = shared; i < word.Length; i++)
        {
            path[i].Edges.Add((WordGraph.Code(word[i]), i == word.Length - 1, 0));
            path.Add(new State());
        }

        previous = word;
    }

    /// <summary>All edges; the first number is where the root begins.</summary>
    public uint[] Build()
    {
        Close(0);
        edges[0] = Register(path[0]);
        return [.. edges];
    }

    private void Close(int depth)
    {
        for (var i = path.Count - 1; i > depth; i--)
        {
            var target = Register(path[i]);
            path.RemoveAt(i);
            var (letter, ends, _) = path[i - 1].Edges[^1];
            path[i - 1].Edges[^1] = (letter, ends, target);
        }
    }

    private uint Register(State state)
    {
        if (state.Edges.Count == 0)
        {
            return 0;
        }

        var key = string.Join('|', state.Edges);
        if (!known.TryGetValue(key, out var start))
        {
            start = (uint)edges.Count;
            for (var i = 0; i < state.Edges.Count; i++)
            {
                var (letter, ends, target) = state.Edges[i];
                edges.Add(WordGraph.Edge(letter, i == state.Edges.Count - 1, ends, target));
            }

            known.Add(key, start);
        }

        return start;
    }

    private sealed class State
    {
        public List<(uint Letter, bool Ends, uint Target)> Edges { get; } = [];
    }
}
