using Earshot.Masking.Context;
using Earshot.Masking.Identifiers.Dates;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// A number that is dictated piece by piece: "восемь девятьсот шестнадцать" / "так" / "двести тридцать четыре". Runs
/// with nothing but fillers and turn changes between them are one chain; if its parts are undecided, the whole is judged
/// by what was asked before its first part.
/// </summary>
internal static class JudgeChains
{
    private const int MaximumGap = 10;
    private const int MaximumDigits = 40;
    private const int WordsOfInterjection = 5;
    private const float Enough = 0.5f;
    private const float Asked = 0.55f;

    public static void In(TokenisedCall call, IdentifierRecogniser[] rules)
    {
        var numbers = call.Numbers;
        var context = new ReadContext(call);
        Span<float> strengths = stackalloc float[rules.Length + 2];
        FollowBirthdays(call, rules);
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && Continues(call, numbers[last], numbers[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                context.For(numbers[first].First, numbers[last].Last, strengths);
                Judge(call, rules, first, last, strengths);
            }

            first = last + 1;
        }
    }

    private static bool Continues(TokenisedCall call, in NumberRun run, in NumberRun next)
    {
        if (next.First - run.Last > MaximumGap || IsSettled(call, run) || IsSettled(call, next))
        {
            return false;
        }

        if (IsAside(call, run, next))
        {
            return true;
        }

        var turned = false;
        for (var i = run.Last + 1; i <= next.First; i++)
        {
            turned |= call.Tokens[i].Is(TokenShape.TurnStart | TokenShape.LineStart);
            if (i < next.First && !IsSmallTalk(call, i))
            {
                if (InterjectionEnd(call, i, next.First) is not (> 0 and var end))
                {
                    return false;
                }

                (i, turned) = (end, true);
            }
        }

        return turned;
    }

    // "двадцать семь пятьдесят минутку очки надену восемь восемь три ноль": the speaker stops in the middle, and says so.
    private static bool IsAside(TokenisedCall call, in NumberRun run, in NumberRun next)
    {
        var begin = run.Last + 1;
        if (!call.Tokens[run.FirstDigit].Is(TokenShape.Cyrillic) || run.Count < 2 || next.Count < 2 || next.First - begin is < 1 or > WordsOfInterjection || !IsHesitation(call, begin))
        {
            return false;
        }

        for (var i = begin; i <= next.First; i++)
        {
            if (call.Tokens[i].Is(TokenShape.LineStart) || (call.Tokens[i].Kind is TokenKind.Sign && i < next.First))
            {
                return false;
            }
        }

        return !NamesTopic(call, begin, next.First - 1);
    }

    private static bool IsHesitation(TokenisedCall call, int token) =>
        call.Tokens[token].Is(WordTraits.Correction) || call.Folded(token) is "сейчас" or "щас" or "минутку" or "минуточку" or "секунду" or "секундочку" or "погодите" or "подождите" or "ой" or "эээ" or "ээ" or "так" or "ну" or "дальше" or "потом" or "последняя" or "последние" or "пауза" or "пробел";

    // Prices, dates and times take no part: "в двенадцать".
    private static bool IsSettled(TokenisedCall call, in NumberRun run) =>
        run.Is(NumberForm.Quantity | NumberForm.Amount | NumberForm.Date | NumberForm.Time | NumberForm.Scale)
        || (call.Tokens[run.FirstDigit].Is(TokenShape.Cyrillic) && ReadPrice.Is(run, call.Numbers.Digits(run)))
        || (run.Count <= 2 && run.First > 0 && !call.Tokens[run.First].Is(TokenShape.LineStart) && call.Folded(run.First - 1) is "в" or "к" or "до" or "около" or "after" or "by" or "until" or "till" or "around" or "about" or "الساعه");

    private static bool IsSmallTalk(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        return at.Kind is TokenKind.Sign
            || at.Is(WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner | WordTraits.Dash)
            || (at.Is(TokenShape.LineStart) && call.IsSign(token + 1, ':'))
            || call.Folded(token) is "последние" or "номер" or "серия" or "finally" or "last" or "number" or "that" or "s" or "its" or "it" or "is" or "repeat" or "повторяю" or "обратно" or "الباقي" or "اخر";
    }

    // "keep going", "номер": a short line of the other side that names nothing new. Its last token, or -1.
    private static int InterjectionEnd(TokenisedCall call, int token, int before)
    {
        var first = token;
        while (!call.Tokens[first].Is(TokenShape.LineStart) && IsSmallTalk(call, first - 1))
        {
            first--;
        }

        if (!call.Tokens[first].Is(TokenShape.LineStart))
        {
            return -1;
        }

        var last = first;
        while (last + 1 < before && !call.Tokens[last + 1].Is(TokenShape.LineStart))
        {
            last++;
        }

        return last + 1 < before + 1 && call.Tokens[last + 1].Is(TokenShape.LineStart) && last - first < WordsOfInterjection && !NamesTopic(call, first, last) ? last : -1;
    }

    private static bool NamesTopic(TokenisedCall call, int first, int last)
    {
        foreach (var mention in call.Topics.From(first))
        {
            if (mention.First > last)
            {
                return false;
            }

            if (!MaskingRules.IsGeneral(mention.Topic))
            {
                return true;
            }
        }

        return false;
    }

    // "the twelfth of june" / "year" / "seventy two".
    private static void FollowBirthdays(TokenisedCall call, IdentifierRecogniser[] rules)
    {
        var numbers = call.Numbers;
        for (var i = 1; i < numbers.Count; i++)
        {
            var before = numbers.Verdict(i - 1);
            if (before.Confidence > 0 && numbers.Verdict(i).Confidence == 0 && rules[before.Rule] is DateOfBirth && numbers[i].Count is 2 or 4
                && AsksForYear(call, numbers[i - 1].Last + 1, numbers[i].First) && !numbers[i].Is(NumberForm.Quantity | NumberForm.Amount | NumberForm.Time))
            {
                numbers.Verdict(i) = new Verdict(before.Rule, Enough, numbers[i].First, numbers[i].Last, false);
            }
        }
    }

    private static bool AsksForYear(TokenisedCall call, int from, int to)
    {
        var asks = false;
        for (var i = from; i < to && to - from <= MaximumGap; i++)
        {
            asks |= call.Folded(i) is "year" or "год" or "года" or "году" or "السنه" or "سنه";
        }

        return asks;
    }

    private static void Judge(TokenisedCall call, IdentifierRecogniser[] rules, int first, int last, ReadOnlySpan<float> strengths)
    {
        var numbers = call.Numbers;
        var decided = Surest(numbers, first, last);
        if (decided.Confidence == 0)
        {
            decided = JudgeWhole(call, rules, first, last, strengths);
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

    private static Verdict JudgeWhole(TokenisedCall call, IdentifierRecogniser[] rules, int first, int last, ReadOnlySpan<float> strengths)
    {
        var numbers = call.Numbers;
        var isRussian = call.Tokens[numbers[first].FirstDigit].Is(TokenShape.Cyrillic);
        Span<char> digits = stackalloc char[MaximumDigits];
        var run = numbers[first];
        var length = Concatenate(numbers, first, last, digits);
        run.Form |= NumberForm.Dictated | NumberForm.Spoken;
        run.Groups = last - first + 1;
        var best = default(Verdict);
        for (var i = 0; i < rules.Length; i++)
        {
            var strength = strengths[i] >= Asked && strengths[i] > strengths[rules.Length] ? strengths[i] : 0;
            if (strength == 0 && (!rules[i].StandsAlone || (isRussian && !IsWholePhone(digits[..length]))))
            {
                continue;
            }

            var confidence = rules[i].Judge(new NumberQuestion(digits[..length], run, strength));
            best = confidence > best.Confidence ? new Verdict(i, confidence, first, last, false) : best;
        }

        return best.Confidence >= Enough ? best : default;
    }

    // A size, a price and a floor, a line each, make seven digits too, and Russian says them as numbers, not digit by digit:
    // what nobody asked for has to be a telephone number as a whole.
    private static bool IsWholePhone(ReadOnlySpan<char> digits) =>
        digits is ['7' or '8', '9' or '4' or '8', ..] ? digits.Length == 11 : digits is ['9', ..] && digits.Length == 10;

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
