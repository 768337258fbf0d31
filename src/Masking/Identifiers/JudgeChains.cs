using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// A number that is dictated piece by piece: "восемь девятьсот шестнадцать" / "так" / "двести тридцать четыре". Runs
/// with nothing but fillers and turn changes between them are one chain; if its parts are undecided, the whole is judged.
/// </summary>
internal static class JudgeChains
{
    private const int MaximumGap = 10;
    private const int MaximumDigits = 40;
    private const float Enough = 0.5f;

    public static void In(TokenisedCall call, IdentifierRecogniser[] rules)
    {
        var numbers = call.Numbers;
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && Continues(call, numbers[last], numbers[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                Judge(call, rules, first, last);
            }

            first = last + 1;
        }
    }

    private static bool Continues(TokenisedCall call, in NumberRun run, in NumberRun next)
    {
        if (next.First - run.Last > MaximumGap || IsSettled(run) || IsSettled(next))
        {
            return false;
        }

        var turned = false;
        for (var i = run.Last + 1; i <= next.First; i++)
        {
            turned |= call.Tokens[i].Is(TokenShape.TurnStart | TokenShape.LineStart);
            if (i < next.First && !IsSmallTalk(call, i))
            {
                return false;
            }
        }

        return turned;
    }

    // Prices, dates and times take no part.
    private static bool IsSettled(in NumberRun run) =>
        run.Is(NumberForm.Quantity | NumberForm.Amount | NumberForm.Date | NumberForm.Time | NumberForm.Scale);

    private static bool IsSmallTalk(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        return at.Kind is TokenKind.Sign
            || at.Is(WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner | WordTraits.Dash)
            || (at.Is(TokenShape.LineStart) && call.IsSign(token + 1, ':'));
    }

    private static void Judge(TokenisedCall call, IdentifierRecogniser[] rules, int first, int last)
    {
        var numbers = call.Numbers;
        var decided = Surest(numbers, first, last);
        if (decided.Confidence == 0)
        {
            decided = JudgeWhole(numbers, rules, first, last);
        }

        if (decided.Confidence == 0)
        {
            return;
        }

        for (var i = first; i <= last; i++)
        {
            if (numbers.Verdict(i).Confidence == 0 && IsWorthMasking(call, numbers[i]))
            {
                numbers.Verdict(i) = new Verdict(decided.Rule, Enough, numbers[i].First, numbers[i].Last, false);
            }
        }
    }

    // A single digit belongs to the value when it is all that its line says.
    private static bool IsWorthMasking(TokenisedCall call, in NumberRun run)
    {
        if (run.Is(NumberForm.Ordinal))
        {
            return false;
        }

        var next = run.Last + 1;
        while (next < call.Tokens.Length && !call.Tokens[next].Is(TokenShape.LineStart) && (call.Tokens[next].Kind is TokenKind.Sign || call.Tokens[next].Is(WordTraits.Filler)))
        {
            next++;
        }

        var isEnd = next >= call.Tokens.Length || call.Tokens[next].Is(TokenShape.LineStart);
        return run.Count >= 2 || (isEnd && IsLineStart(call, run.First));
    }

    private static bool IsLineStart(TokenisedCall call, int token)
    {
        while (!call.Tokens[token].Is(TokenShape.LineStart) && token > 0 && call.Tokens[token - 1].Is(WordTraits.Filler))
        {
            token--;
        }

        return call.Tokens[token].Is(TokenShape.LineStart);
    }

    private static Verdict Surest(NumberRunList numbers, int first, int last)
    {
        var best = default(Verdict);
        for (var i = first; i <= last; i++)
        {
            best = numbers.Verdict(i).Confidence > best.Confidence ? numbers.Verdict(i) : best;
        }

        return best;
    }

    private static Verdict JudgeWhole(NumberRunList numbers, IdentifierRecogniser[] rules, int first, int last)
    {
        Span<char> digits = stackalloc char[MaximumDigits];
        var run = numbers[first];
        var length = Concatenate(numbers, first, last, digits);
        run.Form |= NumberForm.Dictated | NumberForm.Spoken;
        run.Groups = last - first + 1;
        var best = default(Verdict);
        for (var i = 0; i < rules.Length; i++)
        {
            var confidence = rules[i].Judge(new NumberQuestion(digits[..length], run, 0));
            best = confidence > best.Confidence ? new Verdict(i, confidence, first, last, false) : best;
        }

        return best.Confidence >= Enough ? best : default;
    }

    // What the other side repeats is not counted twice.
    private static int Concatenate(NumberRunList numbers, int first, int last, Span<char> digits)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            var part = numbers.Digits(numbers[i]);
            if (digits[..length].EndsWith(part) || length + part.Length > digits.Length)
            {
                continue;
            }

            part.CopyTo(digits[length..]);
            length += part.Length;
        }

        return length;
    }
}
