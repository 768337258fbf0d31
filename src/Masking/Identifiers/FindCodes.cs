using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// Reads the code of capital letters and digits that a run of digits is part of: letters glued to it, single letters
/// and short capitals beside it, and further digits behind those.
/// </summary>
internal static class FindCodes
{
    public const int MaximumLength = 40;

    /// <summary>Widens the range and writes the code; the length is 0 when no letters belong to the run.</summary>
    public static int Read(TokenisedCall call, ref int first, ref int last, Span<char> code)
    {
        var (from, to) = (first, last);
        var turn = call.Tokens[first].Turn;
        var hasLetters = HasLetters(call, first, last);
        while (from > 0 && last - from < 32 && call.Tokens[from - 1].Turn == turn && Step(call, from - 1, from, -1, ref hasLetters) is var step and > 0)
        {
            from -= step;
        }

        while (to + 1 < call.Tokens.Length && to - first < 32 && call.Tokens[to + 1].Turn == turn && Step(call, to + 1, to, 1, ref hasLetters) is var step and > 0)
        {
            to += step;
        }

        if (!hasLetters)
        {
            return 0;
        }

        (first, last) = (from, to);
        return Write(call, from, to, code);
    }

    private static bool HasLetters(TokenisedCall call, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Word && !ReadNumber.IsNumber(call.Tokens[i]) && call.Tokens[i].Traits is WordTraits.None)
            {
                return true;
            }
        }

        return false;
    }

    private static int Step(TokenisedCall call, int token, int from, int direction, ref bool hasLetters)
    {
        ref readonly var at = ref call.Tokens[token];
        var glued = call.IsGlued(Math.Max(token, from));
        if (at.Kind is TokenKind.Number)
        {
            return glued || hasLetters ? 1 : 0;
        }

        if (at.Kind is TokenKind.Word && IsLetters(call, token, glued))
        {
            hasLetters = true;
            return 1;
        }

        var beyond = token + direction;
        if (at.Kind is not TokenKind.Sign || !(call.Folded(token)[0] is '-' or '/' or '_' or '.') || !glued || (uint)beyond >= (uint)call.Tokens.Length
            || call.Tokens[beyond].Turn != at.Turn || !call.IsGlued(Math.Max(token, beyond)))
        {
            return 0;
        }

        var isLetters = call.Tokens[beyond].Kind is TokenKind.Word && IsLetters(call, beyond, call.Folded(token)[0] is not '.');
        hasLetters |= isLetters;
        return isLetters || (call.Tokens[beyond].Kind is TokenKind.Number && call.Folded(token)[0] is not '.') ? 2 : 0;
    }

    private static bool IsLetters(TokenisedCall call, int token, bool glued)
    {
        ref readonly var at = ref call.Tokens[token];
        if (at.Is(WordTraits.Number | WordTraits.Unit))
        {
            return false;
        }

        return glued
            ? at.FoldedLength <= 6
            : (at.FoldedLength <= 4 && at.Is(TokenShape.AllCapitals))
                || (at.FoldedLength == 1 && at.Is(TokenShape.Capital) && !at.Is(TokenShape.SentenceStart) && call.Folded(token)[0] is not ('i' or 'я'))
                || (at.Is(WordTraits.LetterName) && at.FoldedLength <= 3 && at.Is(TokenShape.AllCapitals));
    }

    private static int Write(TokenisedCall call, int first, int last, Span<char> code)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            if (call.Tokens[i].Kind is TokenKind.Sign || (call.Tokens[i].Kind is TokenKind.Word && ReadNumber.IsNumber(call.Tokens[i])))
            {
                continue;
            }

            foreach (var letter in call.Folded(i))
            {
                if (length == code.Length)
                {
                    return length;
                }

                code[length++] = Latin(letter);
            }
        }

        return length;
    }

    // Russian plates and passports are read in either alphabet.
    private static char Latin(char letter) => letter switch
    {
        'а' => 'A', 'в' => 'B', 'е' => 'E', 'к' => 'K', 'м' => 'M', 'н' => 'H', 'о' => 'O', 'р' => 'P', 'с' => 'C', 'т' => 'T', 'у' => 'Y', 'х' => 'X',
        _ => char.ToUpperInvariant(letter),
    };
}
