using Earshot.Masking;
using Earshot.Masking.Names;
using Earshot.Masking.Tokens;

namespace Earshot.Bench.NameTagger;

/// <summary>Tokens of a training text, with a fifth of all names, and of the ordinary words of Arabic, unknown to every list, always the same fifth.</summary>
internal static class PrepareText
{
    private const int HeldOut = 5;

    // A word that is in the dictionary too would be no name at all without the lists.
    private const NameTraits Words = NameTraits.RussianWord | NameTraits.EnglishWord | NameTraits.ArabicWord | NameTraits.Place;

    private static readonly Lazy<NameShape> WithoutHeldOut = new(() => new NameShape(File.ReadAllBytes("bench/NameTagger/shapes-held-out.bin")));

    /// <summary>True for the words that are unknown while learning.</summary>
    public static bool IsHeldOut(ReadOnlySpan<char> folded) => Lexicon.HashOf(folded) % HeldOut == 0;

    /// <summary>Null for invalid text.</summary>
    public static TokenisedCall? Of(TrainingText text)
    {
        var call = new TokenisedCall(MaskingRules.Lexicon) { Language = text.Language, Shapes = WithoutHeldOut.Value };
        if (!Tokenise.Turns(call, [new Turn(string.Empty, text.Text)]))
        {
            return null;
        }

        for (var i = 0; i < call.Tokens.Length; i++)
        {
            if (IsHeldOut(call.Folded(i)) && (!call.Tokens[i].Is(Words) || (call.Tokens[i].Names & NameTraits.Lexical) == NameTraits.ArabicWord))
            {
                call.ForgetName(i);
            }
        }

        call.Prepare(MaskingRules.Phrases);
        return call;
    }
}
