using System.Globalization;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>
/// Reads one group of digits: a written number, or the longest cardinal that can be said as one
/// ("двести тридцать четыре", "nineteen", "double five", "خمسة وعشرين").
/// </summary>
internal ref struct ReadNumber
{
    private readonly TokenisedCall call;
    private readonly NumberRunList runs;
    private readonly ReadOnlySpan<Token> tokens;
    private int next;

    public ReadNumber(TokenisedCall call, NumberRunList runs, int first)
    {
        this.call = call;
        this.runs = runs;
        tokens = call.Tokens;
        next = first;
    }

    /// <summary>Last token of the group.</summary>
    public readonly int Last => next - 1;

    public NumberForm Form { get; private set; }

    public static bool IsNumber(in Token token) => token.Kind is TokenKind.Number || token.Is(WordTraits.Number);

    /// <summary>Appends the digits of the group to the pool; false when the token begins no group after all.</summary>
    public bool Read()
    {
        ref readonly var token = ref tokens[next];
        if (token.Kind is TokenKind.Number)
        {
            return ReadWritten();
        }

        Form |= NumberForm.Spoken | (token.Is(WordTraits.Ordinal) ? NumberForm.Ordinal : NumberForm.None);
        return token.Number switch
        {
            NumberKind.Repeat => ReadRepeat(token.NumberValue),
            NumberKind.Plural => ReadPlural(1, token.NumberValue),
            _ => ReadCardinal(),
        };
    }

    private bool ReadWritten()
    {
        Form |= NumberForm.Written;
        runs.AppendDigits(call.Folded(next));
        next++;
        if (next < tokens.Length && tokens[next].Number is NumberKind.Scale && tokens[next].NumberValue >= 1000 && Near(next))
        {
            Form |= NumberForm.Scale | NumberForm.Quantity;
            next++;
        }

        return true;
    }

    // "double five", "triple two", "дважды семь".
    private bool ReadRepeat(int times)
    {
        if (next + 1 >= tokens.Length || tokens[next + 1].Number is not (NumberKind.Digit or NumberKind.Plural) || !Near(next + 1))
        {
            return false;
        }

        return ReadPlural(times, tokens[++next].NumberValue);
    }

    private bool ReadPlural(int times, int value)
    {
        for (var i = 0; i < times; i++)
        {
            runs.AppendDigit((char)('0' + value));
        }

        next++;
        return true;
    }

    private bool ReadCardinal()
    {
        long total = 0;
        long group = 0;
        var room = long.MaxValue;
        var first = next;
        for (var at = next; at >= 0; at = Following())
        {
            ref readonly var token = ref tokens[at];
            var value = token.NumberValue;
            if (at > first && token.Number is NumberKind.Plural && group is >= 2 and <= 9 && room == 0 && total == 0)
            {
                next = at;
                return ReadPlural((int)group, value);
            }

            if (!TryTake(token, value, at == first, ref total, ref group, ref room))
            {
                break;
            }

            Form |= token.Is(WordTraits.Ordinal) ? NumberForm.Ordinal : NumberForm.None;
            next = at + 1;
            SkipHundredAnd(room);
        }

        Span<char> digits = stackalloc char[20];
        (total + group).TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        runs.AppendDigits(digits[..written]);
        return true;
    }

    private bool TryTake(in Token token, int value, bool isFirst, ref long total, ref long group, ref long room)
    {
        switch (token.Number)
        {
            case NumberKind.Scale when value == 100:
                return TryHundred(isFirst, ref group, ref room);
            case NumberKind.Scale:
                return !(token.Is(WordTraits.OneOnly) && !isFirst && group % 10 != 1) && TryScale(value, isFirst, ref total, ref group, ref room);
            case NumberKind.Hundreds when isFirst || (room >= 999 && group == 0):
                group = value;
                room = 99;
                return true;
            case NumberKind.Tens when isFirst || (room >= 99 && group % 100 == 0) || IsUnitsFirst(token, group, total):
                room = IsUnitsFirst(token, group, total) ? 0 : 9;
                group += value;
                return true;
            case NumberKind.Teen when isFirst || (room >= 99 && group % 100 == 0) || IsArabicTeen(token, group, total):
                group += value;
                room = 0;
                return true;
            case NumberKind.Digit when isFirst || (value > 0 && room >= 9 && group % 10 == 0):
                group += value;
                room = 0;
                return true;
            default:
                return false;
        }
    }

    // Arabic says units before tens: "خمسة وعشرين".
    private static bool IsUnitsFirst(in Token token, long group, long total) =>
        token.Is(WordTraits.Joiner) && group % 100 is >= 1 and <= 9 && total >= 0;

    private static bool IsArabicTeen(in Token token, long group, long total) =>
        token.NumberValue == 10 && token.Is(TokenShape.Arabic) && group % 100 is >= 1 and <= 9 && total >= 0;

    private static bool TryHundred(bool isFirst, ref long group, ref long room)
    {
        if (!isFirst && (group is 0 or > 99))
        {
            return false;
        }

        group = Math.Max(group, 1) * 100;
        room = 99;
        return true;
    }

    private bool TryScale(int value, bool isFirst, ref long total, ref long group, ref long room)
    {
        if (!isFirst && (group == 0 || (total > 0 && total % value != 0)))
        {
            return false;
        }

        total += Math.Max(group, 1) * value;
        group = 0;
        room = value - 1;
        Form |= NumberForm.Scale;
        return total < 1_000_000_000_000;
    }

    // "two hundred and five": the joiner belongs to the number.
    private void SkipHundredAnd(long room)
    {
        if (room is 99 or 999 && next + 1 < tokens.Length && tokens[next].Is(WordTraits.Joiner) && tokens[next].Number is NumberKind.None
            && tokens[next].Is(TokenShape.Latin) && tokens[next + 1].Number is NumberKind.Digit or NumberKind.Teen or NumberKind.Tens)
        {
            next++;
        }
    }

    // Words of one cardinal stand side by side, or with a hyphen between them: "twenty-three".
    private readonly int Following()
    {
        var at = next < tokens.Length && call.IsSign(next, '-') && call.IsGlued(next) ? next + 1 : next;
        return at < tokens.Length && tokens[at].Number is not NumberKind.None && Near(at) ? at : -1;
    }

    // A line of a transcript is a turn of its own.
    private readonly bool Near(int token) => tokens[token].Turn == tokens[token - 1].Turn && !tokens[token].Is(TokenShape.LineStart);
}
