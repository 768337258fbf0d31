using System.Text.RegularExpressions;

namespace Earshot.Bench.NameTagger;

/// <summary>All forms that a hunspell dictionary with one-letter flags and suffix rules accepts.</summary>
internal sealed class ExpandHunspell
{
    private readonly Dictionary<char, List<(string Strip, string Add, Regex When)>> suffixes = [];

    public ExpandHunspell(string affixFile)
    {
        foreach (var line in File.ReadLines(affixFile))
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts is ["SFX", [var flag], var strip, var add, var when, ..])
            {
                Rules(flag).Add((strip is "0" ? "" : strip, add is "0" ? "" : add.Split('/')[0], new Regex(when + "$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)));
            }
        }
    }

    /// <summary>Every entry with all its forms.</summary>
    public IEnumerable<string> Expand(string dictionaryFile)
    {
        foreach (var line in File.ReadLines(dictionaryFile).Skip(1))
        {
            var slash = line.IndexOf('/', StringComparison.Ordinal);
            var word = slash < 0 ? line.Trim() : line[..slash];
            yield return word;
            foreach (var form in slash < 0 ? [] : line[(slash + 1)..].Trim().SelectMany(flag => Forms(word, flag)))
            {
                yield return form;
            }
        }
    }

    private IEnumerable<string> Forms(string word, char flag) =>
        Rules(flag)
            .Where(rule => word.EndsWith(rule.Strip, StringComparison.Ordinal) && rule.When.IsMatch(word))
            .Select(rule => word[..^rule.Strip.Length] + rule.Add);

    private List<(string Strip, string Add, Regex When)> Rules(char flag)
    {
        if (!suffixes.TryGetValue(flag, out var rules))
        {
            suffixes.Add(flag, rules = []);
        }

        return rules;
    }
}
