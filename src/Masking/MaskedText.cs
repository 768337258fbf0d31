namespace Earshot.Masking;

/// <summary>Where personal data stood in the source text and what it was. Holds no part of the value.</summary>
/// <param name="Start">First UTF-16 index in the source text.</param>
/// <param name="Length">Length in UTF-16 units of the source text.</param>
/// <param name="Type">What it was.</param>
/// <param name="Ordinal">Number of the value within its type and conversation, from 1: equal values share it.</param>
public readonly record struct MaskedSpan(int Start, int Length, PersonalDataType Type, int Ordinal);

/// <summary>
/// A text from which personal data was removed. Only this assembly can construct it, so a parameter of this type is a
/// proof that the masker has seen the text.
/// </summary>
public sealed class MaskedText
{
    internal MaskedText(string value, IReadOnlyList<MaskedSpan> spans)
    {
        Value = value;
        Spans = spans;
    }

    /// <summary>The text with placeholders such as <c>[PERSON_1]</c>.</summary>
    public string Value { get; }

    /// <summary>What was removed, by position in the source text.</summary>
    public IReadOnlyList<MaskedSpan> Spans { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
