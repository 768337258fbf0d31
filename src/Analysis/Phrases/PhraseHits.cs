namespace Earshot.Analysis.Phrases;

/// <summary>Where atoms were said in one call.</summary>
internal sealed class PhraseHits(int atomCount)
{
    // A hostile transcript may repeat one phrase without end; what it says is clear long before this.
    private const int MostPerAtom = 2_000;

    private readonly List<(int First, int Last)>?[] byAtom = new List<(int First, int Last)>?[atomCount];
    private readonly List<int> touched = [];

    /// <summary>Atoms with at least one hit.</summary>
    public IReadOnlyList<int> Touched => touched;

    public void Add(int atom, int first, int last)
    {
        var list = byAtom[atom] ??= [];
        if (list.Count == 0)
        {
            touched.Add(atom);
        }

        if (list.Count < MostPerAtom && (list.Count == 0 || list[^1] != (first, last)))
        {
            list.Add((first, last));
        }
    }

    public IReadOnlyList<(int First, int Last)> Of(int atom) => byAtom[atom] is { } list ? list : [];
}
