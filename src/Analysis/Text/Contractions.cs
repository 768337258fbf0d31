namespace Earshot.Analysis.Text;

/// <summary>Writes English contractions out, with or without their apostrophe, so that rules need only one form.</summary>
internal static class Contractions
{
    private static readonly (string Suffix, string Word)[] Suffixes = [("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'d", "would")];

    private static readonly HashSet<string> BeforeIs = ["it", "that", "what", "there", "here", "he", "she", "who", "where", "how", "everything", "something", "nothing"];

    private static readonly Dictionary<string, string[]> Whole = new(StringComparer.Ordinal)
    {
        ["can't"] = ["can", "not"], ["cant"] = ["can", "not"], ["cannot"] = ["can", "not"], ["won't"] = ["will", "not"], ["wont"] = ["will", "not"],
        ["shan't"] = ["shall", "not"], ["let's"] = ["let", "us"], ["lets"] = ["let", "us"], ["im"] = ["i", "am"], ["ive"] = ["i", "have"],
        ["youre"] = ["you", "are"], ["theyre"] = ["they", "are"], ["thats"] = ["that", "is"], ["whats"] = ["what", "is"], ["theres"] = ["there", "is"],
        ["gonna"] = ["going", "to"], ["wanna"] = ["want", "to"], ["gotta"] = ["got", "to"], ["gimme"] = ["give", "me"], ["y'all"] = ["you", "all"],
    };

    private static readonly HashSet<string> Negatives =
    [
        "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "could", "would", "should", "ain", "must", "need",
    ];

    public static string[] Split(string form)
    {
        if (form.Length < 2 || !char.IsAsciiLetter(form[0]))
        {
            return [form];
        }

        return Whole.GetValueOrDefault(form) ?? Negative(form) ?? Suffixed(form) ?? [form];
    }

    private static string[]? Negative(string form)
    {
        var cut = form.EndsWith("n't", StringComparison.Ordinal) ? 3 : form.EndsWith("nt", StringComparison.Ordinal) ? 2 : 0;
        return cut > 0 && Negatives.Contains(form[..^cut]) ? [form[..^cut], "not"] : null;
    }

    private static string[]? Suffixed(string form)
    {
        if (form.EndsWith("'s", StringComparison.Ordinal))
        {
            return BeforeIs.Contains(form[..^2]) ? [form[..^2], "is"] : null;
        }

        foreach (var (suffix, word) in Suffixes)
        {
            if (form.Length > suffix.Length && form.EndsWith(suffix, StringComparison.Ordinal))
            {
                return [form[..^suffix.Length], word];
            }
        }

        return null;
    }
}
