using System.Runtime.InteropServices;

namespace Earshot.Analysis.Phrases;

/// <summary>Words that match, from the first token to the last.</summary>
internal readonly record struct PhraseSpan(int First, int Last);

/// <summary>Where atoms were said in one call, by atom, in the order of first words.</summary>
internal sealed class PhraseHits
{
    // A hostile transcript may repeat one phrase without end; what it says is clear long before this.
    private const int MostPerAtom = 2_000;

    [ThreadStatic]
    private static List<(int Atom, PhraseSpan Span)>? scratch;

    private readonly (int Start, int Count)[] lists;
    private readonly PhraseSpan[] places;

    private PhraseHits((int Start, int Count)[] lists, PhraseSpan[] places, List<int> touched)
    {
        this.lists = lists;
        this.places = places;
        Touched = touched;
    }

    /// <summary>Atoms with at least one hit.</summary>
    public List<int> Touched { get; }

    /// <summary>Collects what a reader finds; hits arrive in the order of first words.</summary>
    public static PhraseHits Collect(int atomCount, Action<List<(int Atom, PhraseSpan Span)>> find)
    {
        var found = scratch ??= [];
        found.Clear();
        find(found);
        return Sort(atomCount, found);
    }

    public ReadOnlySpan<PhraseSpan> Of(int atom) => lists[atom] is var (start, count) ? places.AsSpan(start, count) : default;

    // A counting sort by atom keeps the order within each.
    private static PhraseHits Sort(int atomCount, List<(int Atom, PhraseSpan Span)> found)
    {
        var counted = new (int Start, int Count)[atomCount];
        var touched = new List<int>(64);
        foreach (var (atom, _) in CollectionsMarshal.AsSpan(found))
        {
            if (counted[atom].Count++ == 0)
            {
                touched.Add(atom);
            }
        }

        var ordered = new PhraseSpan[Place(counted, touched)];
        foreach (var (atom, span) in CollectionsMarshal.AsSpan(found))
        {
            ref var list = ref counted[atom];
            if (list.Count < MostPerAtom)
            {
                ordered[list.Start + list.Count++] = span;
            }
        }

        return new PhraseHits(counted, ordered, touched);
    }

    // Gives each atom its part of the places and empties the counts, which the next step fills again.
    private static int Place((int Start, int Count)[] counted, List<int> touched)
    {
        var start = 0;
        foreach (var atom in touched)
        {
            var count = Math.Min(counted[atom].Count, MostPerAtom);
            counted[atom] = (start, 0);
            start += count;
        }

        return start;
    }
}
