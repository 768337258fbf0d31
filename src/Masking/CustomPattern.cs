using System.Text.RegularExpressions;

namespace Earshot.Masking;

/// <summary>
/// A pattern of an organization's own, for example the shape of its contract numbers. It runs on an engine that cannot
/// backtrack, so that no text can make it slow.
/// </summary>
public sealed class CustomPattern
{
    /// <summary>Characters that a pattern may have.</summary>
    public const int LongestPattern = 300;

    private CustomPattern(string name, Regex expression, PersonalDataType type)
    {
        Name = name;
        Expression = expression;
        Type = type;
    }

    /// <summary>Name of the rule in traces.</summary>
    public string Name { get; }

    /// <summary>Type of the placeholder.</summary>
    public PersonalDataType Type { get; }

    internal Regex Expression { get; }

    /// <summary>Checks and compiles a pattern; null with the reason when it is not safe.</summary>
    /// <param name="name">Name of the rule in traces.</param>
    /// <param name="pattern">A .NET regular expression without look-around, back-references and atomic groups.</param>
    /// <param name="type">Type of the placeholder.</param>
    /// <param name="problem">Why the pattern was refused; null when it was not.</param>
    public static CustomPattern? TryCreate(string name, string pattern, PersonalDataType type, out PatternProblem? problem)
    {
        problem = Compile(pattern, out var expression);
        return expression is null || problem is not null ? null : new CustomPattern(name, expression, type);
    }

    /// <summary>Share of the characters of a text that it would mask, 0 to 1: much of an ordinary text means that it is too wide.</summary>
    /// <param name="text">Any text.</param>
    public double ShareOf(string text)
    {
        var masked = 0;
        foreach (var match in Expression.EnumerateMatches(text))
        {
            masked += match.Length;
        }

        return text.Length == 0 ? 0 : (double)masked / text.Length;
    }

    private static PatternProblem? Compile(string pattern, out Regex? expression)
    {
        expression = null;
        if (pattern.Length is 0 or > LongestPattern)
        {
            return new PatternProblem(PatternProblemKind.Length, null, $"A pattern has 1 to {LongestPattern} characters.");
        }

        try
        {
            expression = new Regex(
                pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(2));
            return expression.IsMatch(string.Empty)
                ? new PatternProblem(PatternProblemKind.MatchesNothing, null, "The pattern matches empty text, so it would mask everything.")
                : null;
        }
        catch (RegexParseException exception)
        {
            return new PatternProblem(PatternProblemKind.Syntax, exception.Offset, exception.Message);
        }
        catch (NotSupportedException)
        {
            return new PatternProblem(
                PatternProblemKind.Unlimited, null,
                "Look-around, back-references, atomic groups and very large repetitions are not allowed: they can take unlimited time.");
        }
    }
}
