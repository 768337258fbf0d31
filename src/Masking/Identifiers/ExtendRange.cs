using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>Widens a run of digits over what belongs to the identifier: months of a date, letters of a document.</summary>
internal static class ExtendRange
{
    /// <summary>Over months, ordinals, numbers and small words between them: "двадцать третьего марта … года".</summary>
    public static (int First, int Last) OverDate(TokenisedCall call, int first, int last)
    {
        var tokens = call.Tokens;
        var turn = tokens[first].Turn;
        for (var i = first - 1; i >= 0 && tokens[i].Turn == turn && first - i <= 3; i--)
        {
            first = IsDatePart(tokens[i]) ? i : first;
            if ((!IsDatePart(tokens[i]) && !IsDateGlue(call, i)) || tokens[i].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        for (var i = last + 1; i < tokens.Length && tokens[i].Turn == turn && i - last <= 3 && !tokens[i].Is(TokenShape.LineStart); i++)
        {
            last = IsDatePart(tokens[i]) ? i : last;
            if (!IsDatePart(tokens[i]) && !IsDateGlue(call, i))
            {
                break;
            }
        }

        return IncludeYearWord(call, IncludeArticle(call, first), last);
    }

    /// <summary>Over single letters and short capitals beside the digits: "AB 123456", "эс 5 5".</summary>
    public static (int First, int Last) OverLetters(TokenisedCall call, int first, int last)
    {
        var turn = call.Tokens[first].Turn;
        while (first > 0 && call.Tokens[first - 1].Turn == turn && LetterStep(call, first - 1, -1) is var step and > 0)
        {
            first -= step;
        }

        while (last + 1 < call.Tokens.Length && call.Tokens[last + 1].Turn == turn && LetterStep(call, last + 1, 1) is var step and > 0)
        {
            last += step;
        }

        return (first, last);
    }

    private static int IncludeArticle(TokenisedCall call, int first) =>
        first > 0 && call.Tokens[first - 1].Turn == call.Tokens[first].Turn && !call.Tokens[first].Is(TokenShape.LineStart) && call.Folded(first - 1) is "the" or "يوم" ? first - 1 : first;

    private static (int First, int Last) IncludeYearWord(TokenisedCall call, int first, int last)
    {
        var next = last + 1;
        return next < call.Tokens.Length && call.Tokens[next].Turn == call.Tokens[last].Turn && call.Folded(next) is "года" or "год" or "г" or "году"
            ? (first, next)
            : (first, last);
    }

    private static bool IsDatePart(in Token token) => token.Is(WordTraits.Month) || ReadNumber.IsNumber(token);

    private static bool IsDateGlue(TokenisedCall call, int token) =>
        call.Tokens[token].Is(WordTraits.Filler | WordTraits.Slash | WordTraits.Dot | WordTraits.Dash)
        || call.Folded(token) is "of" or "من" or "the" or "," or "." or "/" or "-" or "го" or "th" or "st" or "nd" or "rd" or "de" or "года" or "год" or "г" or "month" or "месяц"
            or "месяца" or "in" or "شهر" or "سنه" or "يوم" or "day" or "день" or "число" or "числа";

    // One letter token, or a sign with a letter token behind it.
    private static int LetterStep(TokenisedCall call, int token, int direction)
    {
        if (IsLetterPart(call, token))
        {
            return 1;
        }

        var beyond = token + direction;
        return call.Tokens[token].Kind is TokenKind.Sign && call.Folded(token)[0] is '-' or '/' or '.' or ',' && (uint)beyond < (uint)call.Tokens.Length
            && call.Tokens[beyond].Turn == call.Tokens[token].Turn && IsLetterPart(call, beyond) && call.Folded(token)[0] is '-' or '/'
                ? 2
                : 0;
    }

    private static bool IsLetterPart(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        if (at.Kind is not TokenKind.Word || at.Is(WordTraits.Number | WordTraits.Unit) || call.IsSign(token - 1, '\''))
        {
            return false;
        }

        if (at.FoldedLength > 1 && at.Is(WordTraits.PhraseStart))
        {
            return false;
        }

        return at.Is(WordTraits.LetterName)
            || (at.FoldedLength == 1 && !(call.Folded(token)[0] is 'a' or 'и' or 'в' or 'с' or 'к' or 'о' or 'у' or 'я' or 'а' or 'i' && at.Is(TokenShape.SpaceBefore) && !at.Is(TokenShape.Capital)))
            || (at.FoldedLength <= 4 && at.Is(TokenShape.AllCapitals));
    }
}
