using System.Text;
using System.Text.RegularExpressions;
using Earshot.Bench.SpokenPii.Generator;
using Earshot.Masking;

namespace Earshot.Bench.SpokenPii.Probes;

/// <summary>A piece of a call written by hand, with what is personal in it. Offsets count UTF-16 units of the turns joined by a line feed.</summary>
internal sealed record Probe(string Language, string Place, IReadOnlyList<Turn> Turns, IReadOnlyList<CorpusSpan> Truth)
{
    public string Text => string.Join('\n', Turns.Select(turn => turn.Text));
}

/// <summary>Reads probes: a line each, turns parted by " | ", personal data as {P|anna}. The file is named by language and number.</summary>
internal static partial class ReadProbes
{
    private static readonly Dictionary<string, string> types = new(StringComparer.Ordinal)
    {
        ["P"] = "PERSON", ["T"] = "PHONE", ["E"] = "EMAIL", ["A"] = "ADDRESS", ["C"] = "CARD", ["B"] = "BANK_ACCOUNT", ["D"] = "DOCUMENT",
        ["DOB"] = "DATE_OF_BIRTH", ["U"] = "USERNAME", ["I"] = "IP", ["W"] = "URL", ["O"] = "OTHER",
    };

    public static IEnumerable<Probe> From(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > 0 && !line.Text.StartsWith('#')
        select Read(Path.GetFileName(file), line.Number, line.Text);

    [GeneratedRegex(@"\{(?<type>[A-Z]+)\|(?<value>[^}]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    private static Probe Read(string file, int number, string line)
    {
        var (turns, truth, start) = (new List<Turn>(), new List<CorpusSpan>(), 0);
        foreach (var marked in line.Split(" | "))
        {
            var text = ReadTurn(marked, start, truth);
            turns.Add(new Turn(turns.Count % 2 == 0 ? "agent" : "customer", text));
            start += text.Length + 1;
        }

        return new Probe(file[..2], $"{file}:{number}", turns, truth);
    }

    private static string ReadTurn(string marked, int start, List<CorpusSpan> truth)
    {
        var (text, from) = (new StringBuilder(), 0);
        foreach (Match match in Marked().Matches(marked))
        {
            text.Append(marked, from, match.Index - from);
            var value = match.Groups["value"].Value;
            truth.Add(new CorpusSpan(start + text.Length, start + text.Length + value.Length, types[match.Groups["type"].Value]));
            text.Append(value);
            from = match.Index + match.Length;
        }

        return text.Append(marked, from, marked.Length - from).ToString();
    }
}
