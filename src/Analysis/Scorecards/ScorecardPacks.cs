namespace Earshot.Analysis.Scorecards;

/// <summary>Scorecards that come with the product.</summary>
public static class ScorecardPacks
{
    private const string Suffix = ".json";
    private const string Prefix = "Earshot.Analysis.Scorecards.Packs.";

    /// <summary>Names of the packs, for example <c>support.en</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ScorecardPacks).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The JSON text of a pack, as a start for an organization's own scorecard.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(ScorecardPacks).Assembly.GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new ArgumentException($"There is no scorecard pack '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A pack, ready to be applied.</summary>
    public static Scorecard Get(string name) =>
        ScorecardFormat.Read(Text(name), isTrusted: true) is { Scorecard: { } scorecard }
            ? scorecard
            : throw new InvalidOperationException($"The scorecard pack '{name}' is broken.");
}
