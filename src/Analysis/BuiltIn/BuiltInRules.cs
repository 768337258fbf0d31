using System.Globalization;
using Earshot.Analysis.Phrases;

namespace Earshot.Analysis.BuiltIn;

/// <summary>
/// The rules that come with the product: text files beside this one, in the phrase language. A rule of the same name in
/// several files holds when any of them does, so that a mixed call is judged in both languages.
/// </summary>
internal static class BuiltInRules
{
    public static IReadOnlyList<PhraseRule> Read()
    {
        var assembly = typeof(BuiltInRules).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".rules", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .SelectMany(name => ReadResource(assembly, name))
                .GroupBy(rule => rule.Name, StringComparer.Ordinal)
                .SelectMany(group => Join(group.Key, [.. group])),
        ];
    }

    /// <summary>The built-in rules that other rules refer to, and those that they refer to.</summary>
    public static IEnumerable<PhraseRule> NeededBy(IReadOnlyList<PhraseRule> rules)
    {
        var known = rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        if (!rules.Any(Refers))
        {
            return [];
        }

        var all = Read().Where(rule => !known.Contains(rule.Name)).ToDictionary(rule => rule.Name, StringComparer.Ordinal);
        var needed = new Dictionary<string, PhraseRule>(StringComparer.Ordinal);
        var open = new Queue<PhraseRule>(rules);
        while (open.TryDequeue(out var rule))
        {
            foreach (var name in NamesIn(rule.Text).Where(name => all.ContainsKey(name) && needed.TryAdd(name, all[name])))
            {
                open.Enqueue(all[name]);
            }
        }

        return needed.Values;
    }

    private static IEnumerable<string> NamesIn(string text) => PhraseLexer.Read(text)
        .Where(lexeme => lexeme.Kind is LexemeKind.Rule or LexemeKind.Dictionary)
        .Select(lexeme => lexeme.Kind is LexemeKind.Dictionary ? "$" + lexeme.Text : lexeme.Text);

    private static bool Refers(PhraseRule rule) => rule.Text.Contains('@', StringComparison.Ordinal) || rule.Text.Contains('$', StringComparison.Ordinal);

    /// <summary>Reads rules from text: <c>name = rule</c>; a line that starts with a space goes on; <c>#</c> starts a comment line.</summary>
    public static IEnumerable<PhraseRule> Parse(TextReader reader)
    {
        var name = string.Empty;
        var text = string.Empty;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (line[0] == ' ')
            {
                text += line;
                continue;
            }

            if (name.Length > 0)
            {
                yield return new PhraseRule(name, text);
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            (name, text) = (line[..equals].Trim(), line[(equals + 1)..].Trim());
        }

        if (name.Length > 0)
        {
            yield return new PhraseRule(name, text);
        }
    }

    private static List<PhraseRule> ReadResource(System.Reflection.Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The built-in rules '{name}' are missing.");
        using var reader = new StreamReader(stream);
        return [.. Parse(reader)];
    }

    // The parts of a rule that stands in several files are rules of their own: together they could be longer than a rule may be.
    private static PhraseRule[] Join(string name, PhraseRule[] parts)
    {
        if (parts.Length == 1)
        {
            return parts;
        }

        var named = parts.Select((part, index) => part with { Name = string.Create(CultureInfo.InvariantCulture, $"{name}.{index + 1}") }).ToArray();
        return [.. named, new PhraseRule(name, string.Join(" or ", named.Select(part => "@" + part.Name)))];
    }
}
