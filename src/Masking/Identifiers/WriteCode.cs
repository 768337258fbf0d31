using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>Writes a run of tokens as a code of capital letters and digits, words for digits included.</summary>
internal static class WriteCode
{
    public static int From(TokenisedCall call, int first, int last, Span<char> code)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (i > first && token.Is(WordTraits.SpellingLink) && token.FoldedLength > 1)
            {
                // "f as in frank": the letter was written already.
                i += i + 1 <= last && call.Folded(i + 1) is "in" ? 2 : 1;
                continue;
            }

            if (token.Kind is TokenKind.Number || (token.Kind is TokenKind.Word && IsLetters(call, i)))
            {
                var isName = token.Is(WordTraits.LetterName) && !token.Is(TokenShape.AllCapitals);
                Append(isName ? call.Folded(i)[..1] : call.Folded(i), code, ref length);
            }
            else if (token.Is(WordTraits.Number))
            {
                Append(DigitsOf(token), code, ref length);
            }
        }

        return length;
    }

    private static bool IsLetters(TokenisedCall call, int token) =>
        (call.Tokens[token].FoldedLength == 1 && !call.Tokens[token].Is(WordTraits.Number)) || (!call.Tokens[token].Is(WordTraits.Number | WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner | WordTraits.SpellingLink | WordTraits.Dash)
            && (call.Tokens[token].FoldedLength <= 8 || call.Tokens[token].Is(WordTraits.LetterName)));

    // The exact digits do not matter here, only how many there are.
    private static ReadOnlySpan<char> DigitsOf(in Token token) => token.Number switch
    {
        NumberKind.Digit or NumberKind.Plural => "1",
        NumberKind.Repeat => "1",
        NumberKind.Teen => "11",
        NumberKind.Tens => "1",
        NumberKind.Hundreds => "1",
        _ => "",
    };

    private static void Append(ReadOnlySpan<char> letters, Span<char> code, ref int length)
    {
        foreach (var letter in letters)
        {
            if (length == code.Length)
            {
                return;
            }

            code[length++] = Latin(letter);
        }
    }

    // Russian plates and passports are read in either alphabet.
    private static char Latin(char letter) => letter switch
    {
        'а' => 'A', 'в' => 'B', 'е' => 'E', 'к' => 'K', 'м' => 'M', 'н' => 'H', 'о' => 'O', 'р' => 'P', 'с' => 'C', 'т' => 'T', 'у' => 'Y', 'х' => 'X',
        _ => char.ToUpperInvariant(letter),
    };
}
