using Earshot.Masking.Context;
using Earshot.Masking.Finding;
using Earshot.Masking.Identifiers.Codes;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// Asks every rule of identifiers about every run of digits, with the talk around it as context, and lets the surest
/// answer win. Then runs that one value was cut into, over turns and speakers, are judged together, and repetitions of
/// what was masked are masked too.
/// </summary>
internal sealed class FindIdentifiers(IdentifierRecogniser[] rules) : Recogniser
{
    private const float Enough = 0.5f;
    private readonly FindSpelledCodes spelled = new(rules);
    private readonly int orders = Array.FindIndex(rules, rule => rule is ShortOrderNumber);
    private readonly bool[] takeDates = Array.ConvertAll(rules, rule => rule.TakesDates);
    private readonly bool[] takeLetters = Array.ConvertAll(rules, rule => rule.TakesLetters);
    private readonly bool[] standAlone = Array.ConvertAll(rules, rule => rule.StandsAlone);

    public override string Name => "identifiers";

    public override void Find(TokenisedCall call, CandidateList found)
    {
        var numbers = call.Numbers;
        spelled.Find(call, found);
        if (numbers.Count == 0)
        {
            return;
        }

        var context = new ReadContext(call);
        Span<float> strengths = stackalloc float[rules.Length + 2];
        numbers.BeginVerdicts();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (IsWorthAsking(numbers[i]) || IsBesideLetter(call, numbers[i]) || IsExtension(call, numbers[i]))
            {
                context.For(numbers[i].First, numbers[i].Last, strengths);
                numbers.Verdict(i) = Judge(call, numbers[i], strengths);
            }
        }

        JudgeChains.In(call, rules);
        MaskRepetitions(call);
        Report(call, found);
    }

    // A number of an order or a request of up to six digits is nobody's, though a telephone was spoken about before.
    private static bool IsShort(ReadOnlySpan<char> digits) => digits.Length <= 6;

    private static bool IsWorthAsking(in NumberRun run) => run.Count >= 2 || run.Is(NumberForm.Ordinal | NumberForm.Date | NumberForm.Letters);

    // "добавочный семь".
    private static bool IsExtension(TokenisedCall call, in NumberRun run) =>
        run.First > 0 && call.Tokens[run.First].Is(TokenShape.Cyrillic) && !call.Tokens[run.First].Is(TokenShape.LineStart) && call.Folded(run.First - 1).StartsWith("добавочн", StringComparison.Ordinal);

    // "s w one a one a a": a digit among spelled letters.
    private static bool IsBesideLetter(TokenisedCall call, in NumberRun run) =>
        IsLetter(call, run.First - 1) || (IsLetter(call, run.Last + 1) && IsLetter(call, run.Last + 2));

    private static bool IsLetter(TokenisedCall call, int token) =>
        (uint)token < (uint)call.Tokens.Length && call.Tokens[token].Kind is TokenKind.Word && call.Tokens[token].FoldedLength == 1 && call.Tokens[token].Is(TokenShape.Latin);

    private Verdict Judge(TokenisedCall call, in NumberRun run, ReadOnlySpan<float> strengths)
    {
        var best = JudgeCode(call, run, strengths, out var code);
        var digits = call.Numbers.Digits(run);
        var harmless = IsShort(digits) ? Math.Max(strengths[rules.Length], strengths[orders]) : strengths[rules.Length];
        if (IsPair(call, run, strengths) || IsRound(run, digits) || IsMachineCode(call, run.First) || IsFaultCode(call, run))
        {
            return default;
        }

        var (isPossible, mayBeDate, isYear) = (IsPossible(takesDates: false, run), IsPossible(takesDates: true, run), IsPlainYear(run, digits));
        for (var i = 0; i < rules.Length; i++)
        {
            if ((strengths[i] <= 0 && !standAlone[i]) || (takeDates[i] ? !mayBeDate : !isPossible || (isYear && strengths[i] < 0.8f)))
            {
                continue;
            }

            var confidence = rules[i].Judge(new NumberQuestion(digits, run, strengths[i]));
            confidence -= harmless > strengths[i] && digits.Length < 10 && !IsSaidByDigits(call, run) && !(takeDates[i] && run.Is(NumberForm.Date) && (strengths[i] >= 0.55f || (strengths[i] <= 0 && digits.Length == 8))) ? harmless * 0.6f : 0;
            if (confidence > best.Confidence)
            {
                best = new Verdict(i, confidence, run.First, run.Last, false);
            }
        }

        return best.Confidence < Enough ? default
            : !best.IsCode && code.IsCode && rules[best.Rule].TakesLetters ? best with { First = code.First, Last = code.Last, IsCode = true }
            : !best.IsCode && code.IsCode && code.First < run.First && code.Last == run.Last && AskedForLetters(strengths, strengths[best.Rule]) is >= 0 and var rule ? new Verdict(rule, best.Confidence, code.First, code.Last, true)
            : Widened(call, best, run);
    }

    private static bool IsPossible(bool takesDates, in NumberRun run)
    {
        if (run.Is(NumberForm.Date | NumberForm.Ordinal | NumberForm.Time) && !takesDates)
        {
            return run.Count >= 10 && !run.Is(NumberForm.Time);
        }

        if (run.Is(NumberForm.Quantity) && !takesDates)
        {
            return run.Count >= 10 && !run.Is(NumberForm.Scale | NumberForm.Amount);
        }

        return (!run.Is(NumberForm.Amount) || run.Count >= 10) && (takesDates || !IsYear(run));
    }

    private static bool IsPlainYear(in NumberRun run, ReadOnlySpan<char> digits) =>
        run.Groups == 1 && run.Is(NumberForm.Written) && digits is ['1', '9', _, _] or ['2', '0', _, _];

    // "миллионы", "три тысячи".
    private static bool IsRound(in NumberRun run, ReadOnlySpan<char> digits) => run.Is(NumberForm.Scale) && run.Groups == 1 && digits.EndsWith("000");

    // "we have eleven oh six and twelve oh two": two rooms or two times, where nothing was asked for.
    private static bool IsPair(TokenisedCall call, in NumberRun run, ReadOnlySpan<float> strengths)
    {
        if (run.Count is < 6 or > 8 || !run.Is(NumberForm.Spoken) || !call.Tokens[run.First].Is(TokenShape.Latin))
        {
            return false;
        }

        for (var i = run.First + 1; i < run.Last; i++)
        {
            if (call.Tokens[i].Is(WordTraits.Joiner) && call.Folded(i) is "and" && call.Folded(i - 1) is not ("hundred" or "thousand"))
            {
                return strengths.IndexOfAnyInRange(0.3f, 2f) < 0;
            }
        }

        return false;
    }

    // "0x80070005", "KB5005565": what a machine says when it fails, and where that is explained. Longer ones are wallets and keys.
    private static bool IsMachineCode(TokenisedCall call, int token)
    {
        const int Longest = 18;
        while (call.IsGlued(token) && call.Tokens[token - 1].Kind is TokenKind.Word or TokenKind.Number)
        {
            token--;
        }

        var last = token;
        while (last + 1 < call.Tokens.Length && call.IsGlued(last + 1) && call.Tokens[last + 1].Kind is TokenKind.Word or TokenKind.Number)
        {
            last++;
        }

        return last > token && call.Folded(token, last) is { Length: <= Longest } and (['0', 'x', ..] or ['k', 'b', _, _, _, _, _, _] or ['k', 'b', _, _, _, _, _, _, _]);
    }

    // "pay it from double two one nine six oh four three": no price is said so.
    private static bool IsSaidByDigits(TokenisedCall call, in NumberRun run) => call.Tokens[run.First].Is(TokenShape.Latin) && run.Count >= 7 && run.Groups >= run.Count - 2 && run.Is(NumberForm.Spoken);

    // "it's a p oh four twenty code": what a car says when it fails (ISO 15031-6).
    private static bool IsFaultCode(TokenisedCall call, in NumberRun run) =>
        run is { Count: 4, First: > 0 } && call.Folded(run.First - 1) is "p" or "c" or "u" && run.Last + 1 < call.Tokens.Length && call.Folded(run.Last + 1) is "code" or "codes";

    // "since two thousand six", "с две тысячи восьмого".
    private static bool IsYear(in NumberRun run) => run.Is(NumberForm.Scale) && run.Groups == 1 && run.Count == 4;

    /// <summary>The surest rule about the code; its range is given also when no rule wants it.</summary>
    private Verdict JudgeCode(TokenisedCall call, in NumberRun run, ReadOnlySpan<float> strengths, out Verdict code)
    {
        Span<char> buffer = stackalloc char[FindCodes.MaximumLength];
        var (first, last) = (run.First, run.Last);
        var length = FindCodes.Read(call, IsCodeAsked(strengths), ref first, ref last, buffer);
        var best = default(Verdict);
        code = new Verdict(0, 0, first, last, length > 0);
        if (length == 0 || run.Is(NumberForm.Ordinal | NumberForm.Time))
        {
            code = default;
            return best;
        }

        for (var i = 0; i < rules.Length; i++)
        {
            var confidence = rules[i].JudgeCode(buffer[..length], strengths[i]);
            if (confidence > best.Confidence)
            {
                best = new Verdict(i, confidence, first, last, true);
            }
        }

        return best;
    }

    // "my license is s five three oh …": eleven digits read like a telephone number, but a code with letters was asked for.
    private int AskedForLetters(ReadOnlySpan<float> strengths, float weakest)
    {
        var best = -1;
        for (var i = 0; i < rules.Length; i++)
        {
            if (takeLetters[i] && strengths[i] > weakest && strengths[i] >= 0.6f)
            {
                (best, weakest) = (i, strengths[i]);
            }
        }

        return best;
    }

    private bool IsCodeAsked(ReadOnlySpan<float> strengths)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            if (strengths[i] >= 0.4f && takeLetters[i])
            {
                return true;
            }
        }

        return false;
    }

    private Verdict Widened(TokenisedCall call, in Verdict verdict, in NumberRun run)
    {
        if (verdict.IsCode)
        {
            return verdict;
        }

        var rule = rules[verdict.Rule];
        var (first, last) = rule.TakesDates ? ExtendRange.OverDate(call, run.First, run.Last)
            : rule.TakesLetters ? ExtendRange.OverLetters(call, run.First, run.Last)
            : (run.First, run.Last);
        return verdict with { First = first, Last = last };
    }

    // "4217?" "да, 4217": digits that are part of a masked value are masked wherever they stand.
    private static void MaskRepetitions(TokenisedCall call)
    {
        var numbers = call.Numbers;
        for (var i = 0; i < numbers.Count; i++)
        {
            ref var verdict = ref numbers.Verdict(i);
            if (verdict.Confidence > 0 || numbers[i].Count < 4 || numbers[i].Is(NumberForm.Quantity | NumberForm.Amount | NumberForm.Date | NumberForm.Time))
            {
                continue;
            }

            verdict = RepetitionOf(numbers, i);
        }
    }

    private static Verdict RepetitionOf(NumberRunList numbers, int index)
    {
        const int Nearby = 40;
        var digits = numbers.Digits(numbers[index]);
        for (var i = Math.Max(0, index - Nearby); i < Math.Min(numbers.Count, index + Nearby); i++)
        {
            var other = numbers.Verdict(i);
            if (other.Confidence > 0 && numbers[i].Count >= digits.Length && numbers.Digits(numbers[i]).IndexOf(digits) >= 0)
            {
                return new Verdict(other.Rule, Enough, numbers[index].First, numbers[index].Last, false);
            }
        }

        return default;
    }

    // Fillers and corrections between the digits are nobody's: they stay, and the pieces share an ordinal.
    private static void AddPieces(TokenisedCall call, in Verdict verdict, IdentifierRecogniser rule, string? value, CandidateList found)
    {
        value ??= call.Folded(verdict.First, verdict.Last).ToString();
        var first = verdict.First;
        for (var i = first + 1; i <= verdict.Last; i++)
        {
            if (!IsFiller(call, i))
            {
                continue;
            }

            var last = i - 1;
            while (last > first && call.Tokens[last].Kind is TokenKind.Sign)
            {
                last--;
            }

            found.Add(first, last, rule.Type, verdict.Confidence, rule.Name, value);
            while (i < verdict.Last && (IsFiller(call, i) || call.Tokens[i].Kind is TokenKind.Sign))
            {
                i++;
            }

            first = i;
        }

        found.Add(first, verdict.Last, rule.Type, verdict.Confidence, rule.Name, value);
    }

    private static bool IsFiller(TokenisedCall call, int token) => IsFiller(call.Tokens[token]) || (call.Tokens[token].FoldedLength <= 2 && call.IsSign(token - 1, '\''));

    private static bool IsFiller(in Token token) =>
        token.Is(WordTraits.Filler | WordTraits.Correction) && !token.Is(WordTraits.Joiner | WordTraits.Number | WordTraits.LetterName | WordTraits.Month | WordTraits.AddressSign) && token.FoldedLength > 1;

    private void Report(TokenisedCall call, CandidateList found)
    {
        var numbers = call.Numbers;
        for (var i = 0; i < numbers.Count; i++)
        {
            var verdict = numbers.Verdict(i);
            if (verdict.Confidence > 0)
            {
                var rule = rules[verdict.Rule];
                var value = verdict.IsCode ? null : numbers.Digits(numbers[i]).ToString();
                AddPieces(call, verdict, rule, value, found);
            }
        }
    }
}
