using Earshot.Masking.Finding;
using Earshot.Masking.Names;
using Earshot.Masking.Places;
using Earshot.Masking.Tokens;

namespace Earshot.Masking;

/// <summary>Everything that masking knows, as two literal lists: where words come from, and who looks for what.</summary>
internal static class MaskingRules
{
    private static readonly Lazy<Lexicon> SharedLexicon = new(BuildLexicon);

    /// <summary>The words of all sources.</summary>
    public static Lexicon Lexicon => SharedLexicon.Value;

    /// <summary>All recognisers, in no particular order: overlaps are settled by confidence.</summary>
    public static Recogniser[] Recognisers() =>
    [
        new PersonRecogniser(),
        new AddressRecogniser(),
    ];

    private static Lexicon BuildLexicon()
    {
        var lexicon = new LexiconBuilder();
        NameWords.AddTo(lexicon);
        return lexicon.Build();
    }
}
