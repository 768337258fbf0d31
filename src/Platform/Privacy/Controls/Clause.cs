using System.Reflection;

namespace Earshot.Platform.Privacy.Controls;

/// <summary>A promise of the policies that software must keep or prove.</summary>
/// <param name="Id">Letter of the policy and a number: <c>A09</c>.</param>
/// <param name="Text">In our own words.</param>
public sealed record Clause(string Id, Said Text);

/// <summary>The register of promises: <c>clauses.txt</c>, one line each.</summary>
public static class AllClauses
{
    public static readonly IReadOnlyList<Clause> List = [.. Lines().Select(Read)];

    private static Clause Read(string line) => line.Split('|') is [var id, var english, var russian]
        ? new Clause(id, new Said(english, russian))
        : throw new FormatException($"A clause has an id and its text in two languages: {line}");

    private static string[] Lines()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Privacy.clauses.txt") ?? throw new InvalidOperationException("The clauses are missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
