using Earshot.Masking.Tokens;

namespace Earshot.Masking.Languages;

/// <summary>Which languages the masker answers for, and which one a call is in.</summary>
internal static class FindLanguage
{
    // Names, speech and identifiers in the first three; identifiers, and names as far as lexicons go, in the others.
    private const string Supported = " ru en ar de fr es it pl nl pt uk be cs sk ro sv fi da no ";

    private const WordTraits AnyLanguage = WordTraits.English | WordTraits.German | WordTraits.French | WordTraits.Spanish | WordTraits.Italian | WordTraits.Dutch
        | WordTraits.Portuguese | WordTraits.Polish;

    private static readonly (WordTraits Trait, string Code)[] ByFunctionWords =
    [
        (WordTraits.English, "en"), (WordTraits.German, "de"), (WordTraits.French, "fr"), (WordTraits.Spanish, "es"), (WordTraits.Italian, "it"),
        (WordTraits.Dutch, "nl"), (WordTraits.Portuguese, "pt"), (WordTraits.Polish, "pl"),
    ];

    /// <summary>The language of the call; null when it is none that the masker knows.</summary>
    /// <param name="call">The call.</param>
    /// <param name="said">What the caller said it is, for example <c>en-GB</c>; null to find out.</param>
    public static string? Of(TokenisedCall call, string? said)
    {
        Span<int> words = stackalloc int[4];
        Count(call, words);
        if (words[3] >= 2 && words[3] > words[0] + words[1] + words[2])
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(said))
        {
            var code = said.Split('-', '_')[0].ToLowerInvariant();
            return Supported.Contains($" {code} ", StringComparison.Ordinal) ? code : null;
        }

        return words[1] >= Math.Max(words[0], words[2]) && words[1] > 0 ? "ru" : words[2] > words[0] ? "ar" : MostFrequent(call);
    }

    private static void Count(TokenisedCall call, Span<int> words)
    {
        foreach (ref readonly var token in call.Tokens)
        {
            if (token.Kind is TokenKind.Word)
            {
                words[token.Is(TokenShape.OtherScript) ? 3 : token.Is(TokenShape.Cyrillic) ? 1 : token.Is(TokenShape.Arabic) ? 2 : 0]++;
            }
        }
    }

    private static string MostFrequent(TokenisedCall call)
    {
        Span<int> function = stackalloc int[ByFunctionWords.Length];
        foreach (ref readonly var token in call.Tokens)
        {
            for (var i = 0; i < ByFunctionWords.Length && token.Kind is TokenKind.Word && token.Is(AnyLanguage); i++)
            {
                function[i] += token.Is(ByFunctionWords[i].Trait) ? 1 : 0;
            }
        }

        var best = 0;
        for (var i = 1; i < function.Length; i++)
        {
            best = function[i] > function[best] ? i : best;
        }

        return ByFunctionWords[best].Code;
    }
}
