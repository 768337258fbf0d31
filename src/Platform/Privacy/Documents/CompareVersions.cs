namespace Earshot.Platform.Privacy.Documents;

/// <summary>A sentence that came, went or stayed.</summary>
/// <param name="Change"><c>same</c>, <c>added</c> or <c>removed</c>.</param>
/// <param name="Block">The sentence.</param>
public sealed record ChangedBlock(string Change, Block Block);

/// <summary>What differs between two versions, sentence by sentence.</summary>
public static class CompareVersions
{
    public static IReadOnlyList<ChangedBlock> Run(IReadOnlyList<Block> before, IReadOnlyList<Block> after, string language)
    {
        var lengths = Lengths(before, after, language);
        var changes = new List<ChangedBlock>();
        var (i, j) = (0, 0);
        while (i < before.Count || j < after.Count)
        {
            if (i < before.Count && j < after.Count && IsSame(before[i], after[j], language))
            {
                changes.Add(new ChangedBlock("same", after[j]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Count || (i < before.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                changes.Add(new ChangedBlock("removed", before[i++]));
            }
            else
            {
                changes.Add(new ChangedBlock("added", after[j++]));
            }
        }

        return changes;
    }

    // Longest common subsequence; documents have about a hundred sentences.
    private static int[,] Lengths(IReadOnlyList<Block> before, IReadOnlyList<Block> after, string language)
    {
        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = IsSame(before[i], after[j], language) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static bool IsSame(Block one, Block other, string language) => one.Kind == other.Kind && Plain(one, language) == Plain(other, language);

    private static string Plain(Block block, string language) =>
        block.Text.In(language) + string.Join('\n', (block.Rows ?? []).Select(row => string.Join('|', row.Select(cell => cell.In(language)))));
}
