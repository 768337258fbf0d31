namespace Earshot.Analysis.Text;

/// <summary>What is known of one written form: the terms of the vocabulary that it can stand for.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Terms">Ids of the terms: exact, stem, and those it resembles. Empty when no rule speaks of it.</param>
/// <param name="IsFiller">True for a sound of hesitation, which phrases skip.</param>
internal sealed record Word(string Stem, int[] Terms, bool IsFiller);

/// <summary>A word at its place.</summary>
/// <param name="Word">What is known of it.</param>
/// <param name="Turn">Index of the turn.</param>
/// <param name="Start">First UTF-16 index in the masked text of the turn.</param>
/// <param name="Length">Length in UTF-16 units.</param>
internal readonly record struct Token(Word Word, int Turn, int Start, int Length)
{
    /// <summary>A name most likely: a placeholder of a person, or a capital inside a sentence.</summary>
    public bool IsNameIn(string text) => text[Start] == '['
        ? text.AsSpan(Start).StartsWith("[PERSON")
        : char.IsUpper(text[Start]) && Length > 2 && Start > 1 && text[Start + 1] is var second && char.IsLower(second)
            && text.AsSpan(0, Start).TrimEnd(" \"“«„") is [.., not ('.' or '!' or '?' or '…')];
}
