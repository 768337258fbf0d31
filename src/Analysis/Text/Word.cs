namespace Earshot.Analysis.Text;

/// <summary>What is known of one written form: the terms of the vocabulary that it can stand for.</summary>
/// <param name="Stem">Its stem.</param>
/// <param name="Terms">Ids of the terms: exact, stem, and those it resembles. Empty when no rule speaks of it.</param>
/// <param name="Starts">Places of the automaton to which it leads as the first word of a phrase.</param>
/// <param name="IsFiller">True for a sound of hesitation, which phrases skip.</param>
internal sealed record Word(string Stem, int[] Terms, int[] Starts, bool IsFiller)
{
    // The last two bits stand for any word, and for sounds of hesitation, which phrases skip.
    private const int TermBits = 62;

    /// <summary>A bit for each term, several terms may share one: what has no bit in common has no term in common.</summary>
    public ulong Mask { get; } = Terms.Aggregate(IsFiller ? FillerBit | AnyBit : AnyBit, (mask, term) => mask | BitOf(term));

    public static ulong AnyBit => 1UL << TermBits;

    public static ulong FillerBit => 2UL << TermBits;

    public static ulong BitOf(int term) => 1UL << (term % TermBits);
}

/// <summary>A word at its place.</summary>
/// <param name="Word">Its number; below zero the complement of its place among the words that only this call has.</param>
/// <param name="Turn">Index of the turn.</param>
/// <param name="Start">First UTF-16 index in the masked text of the turn.</param>
/// <param name="Length">Length in UTF-16 units.</param>
internal readonly record struct Token(int Word, int Turn, int Start, int Length)
{
    /// <summary>A name most likely: a placeholder of a person, or a capital inside a sentence.</summary>
    public bool IsNameIn(string text) => text[Start] == '['
        ? text.AsSpan(Start).StartsWith("[PERSON")
        : char.IsUpper(text[Start]) && Length > 2 && Start > 1 && text[Start + 1] is var second && char.IsLower(second)
            && text.AsSpan(0, Start).TrimEnd(" \"“«„") is [.., not ('.' or '!' or '?' or '…')];
}
