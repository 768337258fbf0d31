using Earshot.Masking;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>A pattern of the organization's own.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Pattern">A regular expression; see <see cref="CustomPattern"/>.</param>
/// <param name="Type">Name of the type of its placeholder.</param>
public sealed record OwnPattern(string Name, string Pattern, string Type);

/// <summary>What an organization tunes of masking beside the types.</summary>
/// <param name="Allow">Words and phrases that are never masked as names, one a line.</param>
/// <param name="Deny">Words and phrases that are always masked, one a line.</param>
/// <param name="Patterns">Patterns of its own.</param>
public sealed record MaskingTuning(IReadOnlyList<string> Allow, IReadOnlyList<string> Deny, IReadOnlyList<OwnPattern> Patterns)
{
    public const int MostLines = 500;
    public const int MostPatterns = 50;
    public const int LongestLine = 100;
    public const int LongestName = 60;

    public static MaskingTuning Empty { get; } = new([], [], []);

    public bool IsEmpty => Allow.Count + Deny.Count + Patterns.Count == 0;

    /// <summary>Lines as they are kept: without blanks around and between them, each once, in order.</summary>
    public MaskingTuning Tidied() => new(
        Tidied(Allow), Tidied(Deny),
        [.. Patterns.Select(own => own with { Name = Tidied(own.Name), Pattern = own.Pattern.Trim() }).Where(own => own.Name.Length + own.Pattern.Length > 0).Distinct().OrderBy(own => own.Name, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Options of a masker that leaves these types in the text.</summary>
    internal MaskingOptions Options(IReadOnlyCollection<string> unmasked) => new()
    {
        Types = new MaskingOptions().Types.Where(type => !unmasked.Contains(type.ToString())).ToHashSet(),
        Allow = Allow,
        Deny = Deny,
        Patterns = [.. Patterns.Select(Compiled)],
    };

    internal static string Tidied(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<string> Tidied(IReadOnlyList<string> lines) =>
        [.. lines.Select(Tidied).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    // What was kept was checked: a pattern that does not work any more must stop the call, not be left out.
    private static CustomPattern Compiled(OwnPattern own) =>
        CustomPattern.TryCreate(own.Name, own.Pattern, Enum.Parse<PersonalDataType>(own.Type), out var problem)
        ?? throw new InvalidOperationException($"A pattern of the organization is not accepted any more: {problem?.Kind}.");
}
