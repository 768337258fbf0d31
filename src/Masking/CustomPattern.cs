using System.Text.RegularExpressions;

namespace Earshot.Masking;

/// <summary>
/// A pattern of an organization's own, for example the shape of its contract numbers. It runs on an engine that cannot
/// backtrack, so that no text can make it slow.
/// </summary>
public sealed class CustomPattern
{
    private const int LongestPattern = 300;

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
    /// <param name="problem">Why the pattern was refused, for the person who wrote it; empty when it was not.</param>
    public static CustomPattern? TryCreate(string name, string pattern, PersonalDataType type, out string problem)
    {
        if (pattern.Length is 0 or > LongestPattern)
        {
            problem = $"A pattern has 1 to {LongestPattern} characters.";
            return null;
        }

        try
        {
            var expression = new Regex(
                pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(2));
            problem = expression.IsMatch(string.Empty) ? "The pattern matches empty text, so it would mask everything." : string.Empty;
            return problem.Length == 0 ? new CustomPattern(name, expression, type) : null;
        }
        catch (ArgumentException exception)
        {
            problem = exception.Message;
        }
        catch (NotSupportedException)
        {
            problem = "Look-around, back-references and atomic groups are not allowed: they can take unlimited time.";
        }

        return null;
    }
}
