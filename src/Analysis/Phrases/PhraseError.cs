using System.Globalization;

namespace Earshot.Analysis.Phrases;

/// <summary>Why a rule does not compile, and where.</summary>
/// <param name="Rule">Name of the rule or dictionary.</param>
/// <param name="Position">First UTF-16 index in the text of the rule, from 0.</param>
/// <param name="Length">Length of the part that is wrong.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record PhraseError(string Rule, int Position, int Length, string Message)
{
    /// <summary>The message with the place, counted from 1.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rule}, character {Position + 1}: {Message}");
}

/// <summary>A rule in the phrase language, by name. A name that starts with <c>$</c> is a dictionary: phrases that other rules share.</summary>
/// <param name="Name">Name of the rule, unique within its set.</param>
/// <param name="Text">The rule.</param>
public sealed record PhraseRule(string Name, string Text);

/// <summary>Thrown inside the compiler only; leaves it as a <see cref="PhraseError"/>.</summary>
internal sealed class PhraseSyntaxException(int position, int length, string message) : Exception(message)
{
    public int Position { get; } = position;

    public int Length { get; } = length;
}
