using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>Tells the time of day that Russian says in two numbers from an identifier: "в двадцать два сорок", "на завтра десять тридцать".</summary>
internal static class ReadClock
{
    private const int FarthestDay = 8;

    /// <summary>True when the digits can be hours and minutes, and the words before them say that they are.</summary>
    public static bool Is(TokenisedCall call, in NumberRun run, ReadOnlySpan<char> digits, int before)
    {
        if (!IsTime(run, digits) || call.Tokens[before].Kind is not TokenKind.Word || !call.Tokens[before].Is(TokenShape.Cyrillic))
        {
            return false;
        }

        var word = call.Folded(before);
        return word is "в" or "во" or "к" or "ко" or "до" or "после" or "около" || IsDay(call, before)
            || (word is "с" && EndsAsGenitive(call, run.First)) || (word is "на" && TellsOfDay(call, before));
    }

    // "девять сорок", "семнадцать ноль ноль": a number up to 24, then two digits below 60.
    private static bool IsTime(in NumberRun run, ReadOnlySpan<char> digits) =>
        run.Groups is 2 or 3 && run.Is(NumberForm.Spoken) && !run.Is(NumberForm.Written | NumberForm.Scale | NumberForm.Plus | NumberForm.Ordinal)
        && digits.Length == run.GroupLength(0) + 2 && run.GroupLength(0) is 1 or 2 && digits[^2] <= '5'
        && (run.GroupLength(0) == 1 || digits is ['1', ..] or ['2', <= '4', ..]);

    private static bool EndsAsGenitive(TokenisedCall call, int token) => call.Folded(token) is [.., 'и'] or [.., 'а'] or [.., 'х'];

    private static bool TellsOfDay(TokenisedCall call, int before)
    {
        for (var i = before - 1; i >= 0 && before - i <= FarthestDay && call.Tokens[i].Turn == call.Tokens[before].Turn; i--)
        {
            if (IsDay(call, i) || call.Tokens[i].Is(WordTraits.Month) || IsBooking(call.Folded(i)))
            {
                return true;
            }

            if (call.Tokens[i + 1].Is(TokenShape.LineStart))
            {
                break;
            }
        }

        return false;
    }

    private static bool IsBooking(ReadOnlySpan<char> word) =>
        word.StartsWith("запис", StringComparison.Ordinal) || word.StartsWith("запиш", StringComparison.Ordinal) || word.StartsWith("перен", StringComparison.Ordinal);

    private static bool IsDay(TokenisedCall call, int token) =>
        call.Tokens[token].FoldedLength >= 4 && call.Folded(token) is "завтра" or "сегодня" or "послезавтра" or "утро" or "утром" or "вечер" or "вечером" or "днем" or "ночью"
            or "понедельник" or "понедельника" or "вторник" or "вторника" or "среда" or "среду" or "среды" or "четверг" or "четверга" or "пятница" or "пятницу" or "пятницы"
            or "суббота" or "субботу" or "субботы" or "воскресенье" or "воскресенья";
}
