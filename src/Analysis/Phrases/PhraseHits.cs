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

    private readonly int[] starts;
    private readonly PhraseSpan[] places;

    private PhraseHits(int[] offsets, PhraseSpan[] spans, int[] touched)
    {
        starts = offsets;
        places = spans;
        Touched = touched;
    }

    /// <summary>Atoms with at least one hit.</summary>
    public int[] Touched { get; }

    /// <summary>Collects what a reader finds; hits arrive in the order of first words.</summary>
    public static PhraseHits Collect(int atomCount, Action<List<(int Atom, PhraseSpan Span)>> find)
    {
        var found = scratch ??= [];
        found.Clear();
        find(found);
        return Sort(atomCount, found);
    }

    public ReadOnlySpan<PhraseSpan> Of(int atom) => places.AsSpan(starts[atom], starts[atom + 1] - starts[atom]);

    // A counting sort by atom keeps the order within each.
    private static PhraseHits Sort(int atomCount, List<(int Atom, PhraseSpan Span)> found)
    {
        var offsets = new int[atomCount + 2];
        foreach (var (atom, _) in found)
        {
            offsets[atom + 2]++;
        }

        if (offsets.Max() > MostPerAtom)
        {
            return Sort(atomCount, Fewer(found, atomCount));
        }

        for (var i = 2; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        var spans = new PhraseSpan[found.Count];
        foreach (var (atom, span) in found)
        {
            spans[offsets[atom + 1]++] = span;
        }

        return new PhraseHits(offsets, spans, TouchedBy(offsets));
    }

    private static List<(int Atom, PhraseSpan Span)> Fewer(List<(int Atom, PhraseSpan Span)> found, int atomCount)
    {
        var counts = new int[atomCount];
        return [.. found.Where(hit => counts[hit.Atom]++ < MostPerAtom)];
    }

    private static int[] TouchedBy(int[] offsets)
    {
        var touched = new List<int>(64);
        for (var atom = 0; atom + 2 < offsets.Length; atom++)
        {
            if (offsets[atom + 1] > offsets[atom])
            {
                touched.Add(atom);
            }
        }

        return [.. touched];
    }
}
