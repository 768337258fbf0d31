using System.Collections.Frozen;
using System.Reflection;

namespace Earshot.Platform.Privacy.Documents;

/// <summary>What kind of data a column holds, or why it is there.</summary>
public sealed record MapWord(string Name, Said Text);

/// <summary>When data go.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Period">ISO 8601; <c>bound</c>: together with what it belongs to.</param>
/// <param name="Text">In words.</param>
/// <param name="Clauses">Clauses that ask for it.</param>
public sealed record RetentionRule(string Name, string Period, Said Text, IReadOnlyList<string> Clauses);

/// <summary>A column with its labels.</summary>
/// <param name="Table">Schema and table.</param>
/// <param name="Column">Its name.</param>
/// <param name="Category">What it holds.</param>
/// <param name="IsSealed">Stored in envelopes of AES-256-GCM.</param>
/// <param name="Rule">When it goes.</param>
public sealed record LabelledColumn(string Table, string Column, string Category, bool IsSealed, string Rule);

/// <summary>A table with its labels.</summary>
/// <param name="Name">Schema and table.</param>
/// <param name="Role"><c>controller</c>: data of our own account and contract; <c>processor</c>: the customer's.</param>
/// <param name="Purpose">Why it is there.</param>
/// <param name="Rule">When it goes.</param>
/// <param name="Columns">Its columns.</param>
public sealed record LabelledTable(string Name, string Role, string Purpose, string Rule, IReadOnlyList<LabelledColumn> Columns);

/// <summary>The labels of every column: <c>data-map.txt</c>, read once. The page, the record of processing and the controls draw from it.</summary>
public sealed class DataMap
{
    private DataMap(MapReader read)
    {
        Categories = read.Categories.ToFrozenDictionary(word => word.Name);
        Purposes = read.Purposes.ToFrozenDictionary(word => word.Name);
        Rules = read.Rules.ToFrozenDictionary(rule => rule.Name);
        Tables = [.. read.Tables.Select(table => table.Build())];
    }

    /// <summary>The map of this build.</summary>
    public static DataMap Current { get; } = Parse(Load());

    public FrozenDictionary<string, MapWord> Categories { get; }

    public FrozenDictionary<string, MapWord> Purposes { get; }

    public FrozenDictionary<string, RetentionRule> Rules { get; }

    public IReadOnlyList<LabelledTable> Tables { get; }

    public IEnumerable<LabelledColumn> Columns => Tables.SelectMany(table => table.Columns);

    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static DataMap Parse(string text) => new(MapReader.Read(text));

    /// <summary>Words that are used and not explained: none in a good map.</summary>
    public IEnumerable<string> Unexplained() => Columns.Select(column => (Word: column.Category, IsKnown: Categories.ContainsKey(column.Category)))
        .Concat(Columns.Select(column => (Word: column.Rule, IsKnown: Rules.ContainsKey(column.Rule))))
        .Concat(Tables.Select(table => (Word: table.Purpose, IsKnown: Purposes.ContainsKey(table.Purpose))))
        .Concat(Tables.Select(table => (Word: table.Role, IsKnown: table.Role is "controller" or "processor")))
        .Where(word => !word.IsKnown).Select(word => word.Word).Distinct();

    private static string Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Privacy.data-map.txt") ?? throw new InvalidOperationException("The data map is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
