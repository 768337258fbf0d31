namespace Earshot.Analysis.Text;

/// <summary>
/// Finds the words that a misheard form may have been: one letter off in words of five letters and more, two off from nine.
/// Deleting letters on both sides leaves a common remainder, so a look-up costs as much as the form has letters.
/// </summary>
internal sealed class Resemblance
{
    private readonly Dictionary<string, List<(string Word, int Id)>> remainders = new(StringComparer.Ordinal);

    public void Add(string word, int id)
    {
        foreach (var remainder in Remainders(word))
        {
            if (!remainders.TryGetValue(remainder, out var words))
            {
                remainders.Add(remainder, words = []);
            }

            words.Add((word, id));
        }
    }

    public void Find(string form, List<int> found)
    {
        if (remainders.Count == 0 || form.Length > 40)
        {
            return;
        }

        foreach (var remainder in Remainders(form))
        {
            foreach (var (word, id) in remainders.GetValueOrDefault(remainder, []))
            {
                if (!found.Contains(id) && Distance(form, word) <= Allowed(word))
                {
                    found.Add(id);
                }
            }
        }
    }

    /// <summary>Letters that may differ.</summary>
    public static int Allowed(string word) => word.Length switch { < 5 => 0, < 9 => 1, _ => 2 };

    /// <summary>Edits between two words: a letter more, less, other, or two swapped.</summary>
    public static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(rows, left, right, i, j);
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Cheapest(int[,] rows, string left, string right, int i, int j)
    {
        var change = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var best = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }

    private static HashSet<string> Remainders(string word)
    {
        var all = new HashSet<string>(StringComparer.Ordinal) { word };
        var last = new List<string> { word };
        for (var round = Allowed(word); round > 0; round--)
        {
            last = [.. last.SelectMany(text => Enumerable.Range(0, text.Length).Select(i => text.Remove(i, 1)))];
            all.UnionWith(last);
        }

        return all;
    }
}
