namespace Earshot.Bench.SpokenPii.Generator;

/// <summary>
/// Reads a template file. <c>= domain/name flag=value</c> opens a template; <c>A: words</c> is a turn; <c>?A: words</c> a turn
/// that half of the cases leave out; <c>[a|b|]</c> a choice; <c>~</c> a place for a story, each further <c>~</c> for an exchange after it; <c># </c> a remark.
/// </summary>
internal static class ReadTemplates
{
    private static readonly Dictionary<string, string> types = new()
    {
        ["per"] = "PERSON", ["ph"] = "PHONE", ["mail"] = "EMAIL", ["addr"] = "ADDRESS", ["card"] = "CARD", ["acc"] = "BANK_ACCOUNT",
        ["doc"] = "DOCUMENT", ["dob"] = "DATE_OF_BIRTH", ["url"] = "URL", ["ip"] = "IP", ["user"] = "USERNAME", ["org"] = "ORG",
        ["loc"] = "LOCATION", ["oth"] = "OTHER",
    };

    public static IReadOnlyList<Template> From(string path)
    {
        var templates = new List<Template>();
        var lines = new List<TemplateLine>();
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '=')
            {
                lines = [];
                templates.Add(Header(line[1..].Trim(), lines));
            }
            else if (line[0] == '~')
            {
                lines.Add(TemplateLine.Story);
                lines.AddRange(Enumerable.Repeat(TemplateLine.SideTalk, line.Length - 1));
            }
            else
            {
                lines.Add(Line(line));
            }
        }

        return templates;
    }

    private static Template Header(string header, List<TemplateLine> lines)
    {
        var words = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[0].Split('/');
        var flags = words.Skip(1).Select(w => w.Split('=')).ToDictionary(w => w[0], w => w[1]);
        return new(name[0], name[1], flags, lines);
    }

    private static TemplateLine Line(string line)
    {
        var optional = line[0] == '?';
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 3)
        {
            throw new FormatException("A turn needs a speaker: " + line);
        }

        var at = 0;
        return new(line[(optional ? 1 : 0)..colon], optional, Sequence(line[(colon + 1)..].Trim(), ref at, string.Empty));
    }

    private static List<Piece> Sequence(string text, ref int at, string until)
    {
        var pieces = new List<Piece>();
        var start = at;
        while (at < text.Length && !until.Contains(text[at], StringComparison.Ordinal))
        {
            if ("[{<".Contains(text[at], StringComparison.Ordinal))
            {
                pieces.Add(new Literal(text[start..at]));
                pieces.Add(Special(text, ref at));
                start = at;
            }
            else
            {
                at++;
            }
        }

        pieces.Add(new Literal(text[start..at]));
        return pieces;
    }

    private static Piece Special(string text, ref int at) => text[at++] switch
    {
        '[' => Options(text, ref at),
        '<' => Marked(text, ref at),
        _ => Braces(text, ref at),
    };

    private static Choice Options(string text, ref int at)
    {
        var options = new List<IReadOnlyList<Piece>>();
        do
        {
            options.Add(Sequence(text, ref at, "|]"));
        }
        while (Closes(text, ref at) == '|');
        return new(options);
    }

    private static Mark Marked(string text, ref int at)
    {
        var space = text.IndexOf(' ', at);
        var type = types[text[at..space]];
        at = space + 1;
        var inner = Sequence(text, ref at, ">");
        Closes(text, ref at);
        return new(type, inner);
    }

    private static Piece Braces(string text, ref int at)
    {
        var end = text.IndexOf('}', at);
        var code = text[at..end];
        at = end + 1;
        var tilde = code.IndexOf('~', StringComparison.Ordinal);
        if (tilde < 0)
        {
            return new Slot(code);
        }

        var forms = code[(tilde + 1)..].Split('|');
        return new Agreement(code[..tilde], forms[0], forms[1]);
    }

    private static char Closes(string text, ref int at) =>
        at < text.Length ? text[at++] : throw new FormatException("Unclosed bracket: " + text);
}
