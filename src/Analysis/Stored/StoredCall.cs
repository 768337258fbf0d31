using Earshot.Masking;

namespace Earshot.Analysis.Stored;

/// <summary>
/// A call as rules need it: its masked words by number, who said them and when, and what was measured and judged once. Small enough to
/// read a million of them in a minute; made of masked text only.
/// </summary>
/// <param name="Words">Turns and words, see <see cref="StoredWords"/>.</param>
/// <param name="Facts">Measures, steps and flags, see <see cref="StoredFacts"/>.</param>
public sealed record StoredCall(byte[] Words, byte[] Facts)
{
    /// <summary>Writes a judged call.</summary>
    public static StoredCall Of(MaskedConversation conversation, CallAnalysis analysis, WordBook book) =>
        new(StoredWords.Write(conversation, book), StoredFacts.Write(analysis));
}
