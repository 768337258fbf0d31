using System.Reflection;
using System.Text.RegularExpressions;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>
/// A line of a template, in both languages: <c>#</c> title, <c>##</c> heading, <c>-</c> a promise with its controls in brackets,
/// <c>=</c> a note that promises nothing, <c>@name</c> a part drawn from data. <c>ru,eu-</c> before the sign limits it to profiles.
/// </summary>
internal sealed record TemplateLine(string Kind, IReadOnlyList<string> Profiles, Said Text, IReadOnlyList<string> Controls)
{
    public bool IsFor(string profile) => Profiles.Count == 0 || Profiles.Contains(profile);
}

/// <summary>The texts of <c>Templates/</c>.</summary>
internal static partial class DocumentTemplate
{
    public static IReadOnlyList<TemplateLine> Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Privacy.Templates.{name}.txt") ?? throw new InvalidOperationException($"The template {name} is missing.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <exception cref="FormatException">A line is not understood, or lacks its other language.</exception>
    public static IReadOnlyList<TemplateLine> Parse(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
        var result = new List<TemplateLine>();
        for (var i = 0; i < lines.Length; i++)
        {
            var head = Head().Match(lines[i]);
            var isPart = head.Success && head.Groups["sign"].Value == "@";
            if (!head.Success || (!isPart && (i + 1 == lines.Length || !lines[i + 1].StartsWith("  ", StringComparison.Ordinal))))
            {
                throw new FormatException($"A line of a template is not understood, or lacks its Russian text: {lines[i]}");
            }

            result.Add(Read(head, isPart ? string.Empty : lines[++i].Trim()));
        }

        return result;
    }

    private static TemplateLine Read(Match head, string russian)
    {
        var kind = head.Groups["sign"].Value switch { "#" => "title", "##" => "heading", "-" => "promise", "=" => "note", _ => "part" };
        var controls = head.Groups["controls"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var profiles = head.Groups["profiles"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new TemplateLine(kind, profiles, new Said(head.Groups["text"].Value, russian), controls);
    }

    [GeneratedRegex(@"^(?<profiles>[a-z]{2}(,[a-z]{2})*)?(?<sign>\#\#|\#|-|=|@)\s*(?<text>.+?)(\s\[(?<controls>[a-z0-9 -]+)\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Head();
}
