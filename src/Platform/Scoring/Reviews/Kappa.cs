namespace Earshot.Platform.Scoring.Reviews;

/// <summary>Agreement of two judges beyond chance (J. Cohen, 1960): 1 is complete, 0 is what chance gives.</summary>
public static class Kappa
{
    /// <returns>Null when there is nothing to compare; 1 when both gave one and the same answer throughout.</returns>
    public static double? Of(IReadOnlyCollection<(char First, char Second)> pairs)
    {
        if (pairs.Count == 0)
        {
            return null;
        }

        double all = pairs.Count;
        var observed = pairs.Count(pair => pair.First == pair.Second) / all;
        var expected = pairs.Select(pair => pair.First).Union(pairs.Select(pair => pair.Second))
            .Sum(answer => pairs.Count(pair => pair.First == answer) / all * (pairs.Count(pair => pair.Second == answer) / all));
        return expected >= 1 ? 1 : (observed - expected) / (1 - expected);
    }
}
