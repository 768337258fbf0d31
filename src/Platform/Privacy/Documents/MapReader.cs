namespace Earshot.Platform.Privacy.Documents;

/// <summary>Reads the lines of a data map; its own head explains the form.</summary>
internal sealed class MapReader
{
    public List<MapWord> Categories { get; } = [];

    public List<MapWord> Purposes { get; } = [];

    public List<RetentionRule> Rules { get; } = [];

    public List<OpenTable> Tables { get; } = [];

    public static MapReader Read(string text)
    {
        var map = new MapReader();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            map.Take(line);
        }

        return map;
    }

    private void Take(string line)
    {
        if (line[0] == ' ')
        {
            TakeColumns(line.Trim());
            return;
        }

        var (kind, rest) = Cut(line, ' ');
        var parts = rest.Split('|', StringSplitOptions.TrimEntries);
        switch (kind, parts)
        {
            case ("category", [var name, var english, var russian]):
                Categories.Add(new MapWord(name, new Said(english, russian)));
                break;
            case ("purpose", [var name, var english, var russian]):
                Purposes.Add(new MapWord(name, new Said(english, russian)));
                break;
            case ("rule", [var name, var period, var english, var russian, var clauses]):
                Rules.Add(new RetentionRule(name, period, new Said(english, russian), clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
                break;
            case ("table", [var name, var role, var purpose, var rule]):
                Tables.Add(new OpenTable(name, role, purpose, rule));
                break;
            default:
                throw new FormatException($"The data map has a line that is not understood: {line}");
        }
    }

    private void TakeColumns(string line)
    {
        var (category, names) = Cut(line, ':');
        if (Tables.Count == 0 || names.Length == 0)
        {
            throw new FormatException($"The data map has columns that belong to no table: {line}");
        }

        foreach (var column in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Tables[^1].Add(column, category);
        }
    }

    private static (string Head, string Tail) Cut(string line, char at) =>
        line.IndexOf(at, StringComparison.Ordinal) is var index and > 0 ? (line[..index], line[(index + 1)..].Trim()) : (line, string.Empty);

    internal sealed record OpenTable(string Name, string Role, string Purpose, string Rule)
    {
        private readonly List<LabelledColumn> columns = [];

        public void Add(string column, string category)
        {
            var (name, rule) = Cut(column.TrimStart('!'), '@');
            columns.Add(new LabelledColumn(Name, name, category, column[0] == '!', rule.Length > 0 ? rule : Rule));
        }

        public LabelledTable Build() => new(Name, Role, Purpose, Rule, columns);
    }
}
