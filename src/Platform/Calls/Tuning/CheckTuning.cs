using Earshot.Masking;

namespace Earshot.Platform.Calls.Tuning;

/// <summary>What is to be said of a line.</summary>
/// <param name="List">allow, deny or pattern.</param>
/// <param name="Line">Number of the line, from 1, as it was given.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="IsWarning">True: it may be kept by somebody who has read the warning.</param>
/// <param name="Position">Character at which a pattern breaks, from 1.</param>
public sealed record TuningRemark(string List, int Line, string Code, bool IsWarning = false, int? Position = null);

/// <summary>Looks at every line; pure.</summary>
public static class CheckTuning
{
    public const string Allow = "allow";
    public const string Deny = "deny";
    public const string Pattern = "pattern";

    private const int ShortestWord = 2;
    private const int ShortestStem = 3;
    private const double WideFrom = 0.1;

    private const string OrdinaryTalk =
        "Добрый день, подскажите, пожалуйста, когда приедет мой заказ и сколько стоит доставка до склада. "
        + "Good afternoon, could you please tell me when the order arrives and what the delivery costs.";

    /// <summary>Remarks in the order of the lists; none where all is well.</summary>
    public static IReadOnlyList<TuningRemark> Run(MaskingTuning tuning) =>
        [.. Lines(Allow, tuning.Allow, line => OfAllowed(line, tuning.Deny)), .. Lines(Deny, tuning.Deny, OfWords), .. Patterns(tuning.Patterns)];

    /// <summary>The lines of which nothing worse than a warning is said, so that the others can be tried meanwhile.</summary>
    internal static MaskingTuning Good(MaskingTuning tuning)
    {
        var bad = Run(tuning).Where(remark => !remark.IsWarning).Select(remark => (remark.List, remark.Line)).ToHashSet();
        return new MaskingTuning(
            [.. tuning.Allow.Where((_, i) => !bad.Contains((Allow, i + 1)))],
            [.. tuning.Deny.Where((_, i) => !bad.Contains((Deny, i + 1)))],
            [.. tuning.Patterns.Where((_, i) => !bad.Contains((Pattern, i + 1)))]).Tidied();
    }

    private static IEnumerable<TuningRemark> Lines(string list, IReadOnlyList<string> lines, Func<string, (string Code, bool IsWarning)?> look)
    {
        var filled = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = MaskingTuning.Tidied(lines[i]);
            filled += line.Length > 0 ? 1 : 0;
            if (filled > MaskingTuning.MostLines)
            {
                yield return new TuningRemark(list, i + 1, "too_many");
                yield break;
            }

            if (line.Length > 0 && look(line) is var (code, isWarning))
            {
                yield return new TuningRemark(list, i + 1, code, isWarning);
            }
        }
    }

    private static (string, bool)? OfAllowed(string line, IReadOnlyList<string> denied) =>
        OfWords(line) is { } wrong ? wrong
        : line.Any(char.IsDigit) ? ("number", false)
        : denied.Any(other => string.Equals(MaskingTuning.Tidied(other), line, StringComparison.OrdinalIgnoreCase)) ? ("both", false)
        : line.Split(' ').All(GivenNames.Contains) ? ("common_name", true)
        : null;

    private static (string, bool)? OfWords(string line) =>
        line.Length > MaskingTuning.LongestLine ? ("too_long", false)
        : line.Any(char.IsControl) ? ("bad_character", false)
        : line.Count(char.IsLetterOrDigit) < ShortestWord ? ("too_short", false)
        : line.Split(' ').Any(IsBadStar) ? ("star", false)
        : null;

    private static bool IsBadStar(string word) =>
        word.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && (star < word.Length - 1 || word.Count(char.IsLetterOrDigit) < ShortestStem);

    private static IEnumerable<TuningRemark> Patterns(IReadOnlyList<OwnPattern> patterns)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < patterns.Count; i++)
        {
            if (OfPattern(patterns[i], i, names) is { } remark)
            {
                yield return remark with { Line = i + 1 };
            }
        }
    }

    private static TuningRemark? OfPattern(OwnPattern own, int before, HashSet<string> names)
    {
        var (name, pattern) = (MaskingTuning.Tidied(own.Name), own.Pattern.Trim());
        return name.Length + pattern.Length == 0 ? null
            : before >= MaskingTuning.MostPatterns ? Say("too_many")
            : name.Length is 0 or > MaskingTuning.LongestName || name.Any(char.IsControl) ? Say("name")
            : !names.Add(name) ? Say("same_name")
            : !Enum.GetNames<PersonalDataType>().Contains(own.Type) ? Say("type")
            : OfExpression(pattern);
    }

    private static TuningRemark? OfExpression(string pattern)
    {
        var compiled = CustomPattern.TryCreate(string.Empty, pattern, PersonalDataType.Other, out var problem);
        return problem is { } refused ? Say(CodeOf(refused.Kind)) with { Position = refused.Position + 1 }
            : compiled?.ShareOf(OrdinaryTalk) > WideFrom ? Say("wide") with { IsWarning = true }
            : null;
    }

    private static TuningRemark Say(string code) => new(Pattern, 0, code);

    private static string CodeOf(PatternProblemKind kind) => kind switch
    {
        PatternProblemKind.Length => "pattern_length",
        PatternProblemKind.Syntax => "pattern_syntax",
        PatternProblemKind.Unlimited => "pattern_unlimited",
        _ => "pattern_empty",
    };
}
