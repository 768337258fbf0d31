using Earshot.Masking.Tokens;

namespace Earshot.Masking.Numbers;

/// <summary>
/// Joins groups of digits, written or spoken, into runs: over fillers, corrections, punctuation and words such as
/// "dash", but never over a turn. Made once per call; every recogniser of numbers reads the result.
/// </summary>
internal ref struct FindNumberRuns
{
    private const int MaximumGap = 8;

    private readonly TokenisedCall call;
    private readonly NumberRunList runs;
    private readonly ReadOnlySpan<Token> tokens;
    private NumberRun run;
    private int lastGroupDigits;
    private int lastGroupStart;
    private int afterCorrection;

    private FindNumberRuns(TokenisedCall call, NumberRunList runs)
    {
        this.call = call;
        this.runs = runs;
        tokens = call.Tokens;
    }

    public static void In(TokenisedCall call, NumberRunList runs) => new FindNumberRuns(call, runs).FindAll();

    private void FindAll()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (ReadNumber.IsNumber(tokens[i]) && !IsInterjection(i) && TryReadRun(i))
            {
                i = run.Last;
            }
        }
    }

    // "oh, I see" is no zero.
    private readonly bool IsInterjection(int token) =>
        tokens[token].Number is NumberKind.Digit && !(token + 1 < tokens.Length && ReadNumber.IsNumber(tokens[token + 1]))
        && !IsBetweenLetters(token) && (call.Folded(token) is "oh" || (call.Folded(token) is "one" && !(token > 0 && tokens[token - 1].Is(WordTraits.Plus)) && token + 1 < tokens.Length && tokens[token + 1].Kind is TokenKind.Word && !tokens[token + 1].Is(TokenShape.LineStart)));

    // "s w one a one a a".
    private readonly bool IsBetweenLetters(int token) =>
        token > 0 && token + 1 < tokens.Length && tokens[token - 1].FoldedLength == 1 && tokens[token + 1].FoldedLength == 1
        && tokens[token - 1].Kind is TokenKind.Word && tokens[token + 1].Kind is TokenKind.Word && !tokens[token + 1].Is(TokenShape.LineStart);

    // "forty two, one moment": behind a gap, "one" with a word after it is no digit.
    private readonly bool IsPronoun(int token) =>
        call.Folded(token) is "one" or "один" or "одна" or "одну" or "oh" or "واحد" && token + 1 < tokens.Length && tokens[token + 1].Turn == tokens[token].Turn
        && tokens[token + 1].Kind is TokenKind.Word && !tokens[token + 1].Is(TokenShape.LineStart)
        && !tokens[token + 1].Is(WordTraits.Number | WordTraits.Filler | WordTraits.Correction | WordTraits.AddressSign);

    private bool TryReadRun(int first)
    {
        run = new NumberRun { First = first, FirstDigit = first, Start = runs.PoolCount };
        afterCorrection = -1;
        var at = first;
        while (true)
        {
            var reader = new ReadNumber(call, runs, at);
            var before = runs.PoolCount;
            if (!reader.Read())
            {
                break;
            }

            AddGroup(reader, before, at);
            at = NextGroup(out var form, out var corrected);
            if (at < 0)
            {
                break;
            }

            run.Form |= form;
            TakeBack(corrected, at);
        }

        if (run.Groups == 0)
        {
            return false;
        }

        SettleCorrection();
        run.Count = runs.PoolCount - run.Start;
        Surroundings();
        runs.Add(run);
        return true;
    }

    private void AddGroup(in ReadNumber reader, int before, int first)
    {
        lastGroupDigits = runs.PoolCount - before;
        lastGroupStart = first;
        run.Form |= reader.Form;
        run.Last = reader.Last;
        if (run.Groups < 16)
        {
            run.GroupLengths |= (ulong)Math.Min(15, lastGroupDigits) << (run.Groups * 4);
        }

        run.Groups++;
    }

    // "forty-two, no, forty-five".
    private void TakeBack(bool corrected, int next)
    {
        if (corrected && next > lastGroupStart)
        {
            run.Form |= NumberForm.Corrected;
            afterCorrection = runs.PoolCount;
        }
    }

    // Said again in full, the second version counts; otherwise the last group was replaced, and its digits stay as they are
    // few enough not to matter: context allows for a wrong length.
    private void SettleCorrection()
    {
        if (afterCorrection > run.Start && runs.PoolCount - afterCorrection is var again && again >= Math.Max(9, afterCorrection - run.Start))
        {
            run.Start = afterCorrection;
        }
    }

    /// <summary>First token of the next group of this run; -1 when the run ends here.</summary>
    private readonly int NextGroup(out NumberForm form, out bool corrected)
    {
        form = NumberForm.None;
        corrected = false;
        var turn = tokens[run.Last].Turn;
        var (words, signs) = (0, 0);
        for (var i = run.Last + 1; i < tokens.Length && i - run.Last <= MaximumGap && tokens[i].Turn == turn; i++)
        {
            ref readonly var token = ref tokens[i];
            if (ReadNumber.IsNumber(token) && !(IsBareOrdinalAfterGap(token, words) || (words + signs > 0 && IsPronoun(i))))
            {
                return JoinsTo(i, words, signs, corrected, ref form) ? i : -1;
            }

            if (token.Kind is TokenKind.Word)
            {
                words++;
                corrected |= token.Is(WordTraits.Correction);
                if (!IsGapWord(token, ref form) && !IsJoinerInLongRun(token) && !IsNotAfterNo(i) && !IsGluedLetters(i, ref form) && !(token.FoldedLength <= 2 && call.IsSign(i - 1, '\'')))
                {
                    return -1;
                }
            }
            else if (token.Kind is not TokenKind.Sign || !IsGapSign(i, ref form) || ++signs > 4)
            {
                return -1;
            }
        }

        return -1;
    }

    // "восемьдесят пять нет не восемьдесят пять девятьсот".
    private readonly bool IsNotAfterNo(int token) => tokens[token].FoldedLength == 2 && call.Folded(token) is "не" && tokens[token - 1].Is(WordTraits.Correction);

    // "девять один шесть дальше два ноль пять и тридцать восемь".
    private readonly bool IsJoinerInLongRun(in Token token) =>
        token.Is(WordTraits.Joiner) && run.Groups >= 2 && runs.PoolCount - run.Start >= 5 && (run.Form & (NumberForm.Scale | NumberForm.Ordinal | NumberForm.Date)) == NumberForm.None;

    private readonly bool IsBareOrdinalAfterGap(in Token token, int words) =>
        words > 0 && token.Is(WordTraits.Ordinal) && (run.Form & NumberForm.Ordinal) == NumberForm.None;

    private static bool IsGapWord(in Token token, ref NumberForm form)
    {
        form |= token.Is(WordTraits.Dash) ? NumberForm.Hyphens : NumberForm.None;
        form |= token.Is(WordTraits.Dot) ? NumberForm.Dots : NumberForm.None;
        form |= token.Is(WordTraits.Slash) ? NumberForm.Slashes : NumberForm.None;
        form |= token.Is(WordTraits.Plus) ? NumberForm.Plus : NumberForm.None;
        return token.Is(WordTraits.Filler | WordTraits.Correction | WordTraits.Plus | WordTraits.Dash | WordTraits.Dot | WordTraits.Slash);
    }

    // "AB12CD34": up to four letters between digits without a space.
    private readonly bool IsGluedLetters(int token, ref NumberForm form)
    {
        if (tokens[token].FoldedLength > 4 || !call.IsGlued(token) || tokens[token].Is(WordTraits.Unit)
            || token + 1 >= tokens.Length || !call.IsGlued(token + 1) || tokens[token + 1].Kind is not TokenKind.Number)
        {
            return false;
        }

        form |= NumberForm.Letters;
        return true;
    }

    private readonly bool IsGapSign(int token, ref NumberForm form)
    {
        switch (call.Folded(token)[0])
        {
            case '-':
                form |= NumberForm.Hyphens;
                return true;
            case '.':
                form |= NumberForm.Dots;
                return true;
            case '/':
                form |= NumberForm.Slashes;
                return true;
            case '(' or ')':
                form |= NumberForm.Brackets;
                return true;
            case ':':
                form |= NumberForm.Colons;
                return call.IsGlued(token) && call.IsGlued(token + 1);
            case '…' or ',' or '·' or '،' or '\'':
                return true;
            default:
                return false;
        }
    }

    private readonly bool JoinsTo(int next, int words, int signs, bool corrected, ref NumberForm form)
    {
        var written = tokens[run.Last].Kind is TokenKind.Number && tokens[next].Kind is TokenKind.Number;
        if (!written && CrossesLine(next))
        {
            return false;
        }

        if (!written || words > 0)
        {
            return words <= (corrected ? 6 : 4);
        }

        if (signs == 1 && call.IsSign(run.Last + 1, ','))
        {
            return JoinsByComma(next, ref form);
        }

        if (signs == 1 && call.IsSign(run.Last + 1, '.'))
        {
            return call.IsGlued(next) && call.IsGlued(run.Last + 1);
        }

        return signs > 0 || !tokens[next].Is(TokenShape.LineStart) || (tokens[next].FoldedLength <= 4 && lastGroupDigits <= 4);
    }

    // A line of a transcript is a turn of its own.
    private readonly bool CrossesLine(int next)
    {
        for (var i = run.Last + 1; i <= next; i++)
        {
            if (tokens[i].Is(TokenShape.LineStart))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool JoinsByComma(int next, ref NumberForm form)
    {
        if (call.IsGlued(next))
        {
            form |= NumberForm.Amount;
            return true;
        }

        return tokens[next].FoldedLength <= 4 && lastGroupDigits <= 4 && !(IsYear(next) && IsYear(run.Last));
    }

    private readonly bool IsYear(int token) => call.Folded(token) is ['1', '9', _, _] or ['2', '0', _, _];

    private void Surroundings()
    {
        LookBefore();
        LookAfter();
        run.Form |= ShapeOfGroups();
    }

    private void LookBefore()
    {
        var turn = tokens[run.First].Turn;
        var at = run.First - 1;
        while (at >= 0 && tokens[at].Turn == turn && (call.IsSign(at, '(') || call.IsSign(at, '+') || tokens[at].Is(WordTraits.Plus)))
        {
            run.Form |= call.IsSign(at, '(') ? NumberForm.Brackets : NumberForm.Plus;
            run.First = at--;
        }

        if (at < 0 || tokens[at].Turn != turn)
        {
            return;
        }

        if (tokens[at].Kind is TokenKind.Sign && call.Folded(at)[0] is '$' or '€' or '£' or '¥' or '₽')
        {
            run.Form |= NumberForm.Quantity;
        }

        if (call.IsSign(at, '№') || call.IsSign(at, '#'))
        {
            run.Form |= NumberForm.NumberSign;
        }

        run.Form |= ReadClock.Is(call, run, runs.From(run.Start), at) ? NumberForm.Time : NumberForm.None;

        if (tokens[at].Is(WordTraits.Month) || (at > 0 && IsThe(at) && tokens[at - 1].Is(WordTraits.Month)))
        {
            run.Form |= IsDayBefore(tokens[at].Is(WordTraits.Month) ? at : at - 1) ? NumberForm.Date | NumberForm.DayAndMonth : NumberForm.Date;
        }

        if (tokens[at].Kind is TokenKind.Word && call.IsGlued(run.First) && tokens[at].FoldedLength <= 4)
        {
            run.Form |= NumberForm.Letters;
        }
    }

    private readonly bool IsDayBefore(int month)
    {
        var before = month - 1;
        while (before > 0 && before > month - 3 && call.Folded(before) is "of" or "من" or "the" or "-" or "го" or "th" or "st" or "nd" or "rd" or ".")
        {
            before--;
        }

        return before >= 0 && ReadNumber.IsNumber(tokens[before]) && tokens[before].Turn == tokens[month].Turn;
    }

    private readonly bool IsThe(int token) => call.Folded(token) is "the" or "of" or ",";

    private void LookAfter()
    {
        var turn = tokens[run.Last].Turn;
        var at = run.Last + 1;
        if (at >= tokens.Length || tokens[at].Turn != turn)
        {
            return;
        }

        if (call.IsSign(at, ')') && run.Is(NumberForm.Brackets))
        {
            run.Last = at++;
        }

        if (at >= tokens.Length || tokens[at].Turn != turn)
        {
            return;
        }

        // What the next line begins with is no unit of what was said in this one.
        if (run.Is(NumberForm.Spoken) && tokens[at].Is(TokenShape.LineStart))
        {
            return;
        }

        // "одиннадцатый месяц двадцать восьмого года".
        if (run.Is(NumberForm.Ordinal) && call.Folded(at) is "месяц" && at + 1 < tokens.Length && tokens[at + 1].Is(WordTraits.Number) && !tokens[at + 1].Is(TokenShape.LineStart))
        {
            run.Form |= NumberForm.Date;
        }
        else if (tokens[at].Is(WordTraits.Unit) || (tokens[at].Kind is TokenKind.Sign && call.Folded(at)[0] is '%' or '$' or '€' or '£' or '₽' or '°'))
        {
            run.Form |= NumberForm.Quantity;
        }
        else if (IsMonthAt(at))
        {
            run.Form |= NumberForm.Date | NumberForm.DayOfMonth;
        }
        else if (tokens[at].Kind is TokenKind.Word && call.IsGlued(at) && tokens[at].FoldedLength <= 4)
        {
            run.Form |= NumberForm.Letters;
        }
    }

    // "5 May", "fifth of May", "5. Mai", "5-го мая".
    private readonly bool IsMonthAt(int at)
    {
        for (var i = at; i < tokens.Length && i < at + 3; i++)
        {
            if (tokens[i].Is(WordTraits.Month))
            {
                return true;
            }

            if (!(call.Folded(i) is "of" or "من" or "the" or "de" or "-" or "." or "го" or "th" or "st" or "nd" or "rd"))
            {
                return false;
            }
        }

        return false;
    }

    private readonly NumberForm ShapeOfGroups()
    {
        var form = NumberForm.None;
        if (run.Is(NumberForm.Dots) && !run.Is(NumberForm.Spoken) && IsDecimal())
        {
            form |= NumberForm.Amount;
        }

        if (run.Is(NumberForm.Colons) && run.Groups is 2 or 3 && run.GroupLength(0) <= 2 && run.GroupLength(1) == 2)
        {
            form |= NumberForm.Time;
        }

        if (run.Groups == 3 && run.Is(NumberForm.Dots | NumberForm.Slashes | NumberForm.Hyphens) && IsDate())
        {
            form |= NumberForm.Date;
        }

        if (run.Groups == 2 && ((run.Is(NumberForm.Slashes) && run is { GroupLengths: 0x22 }) || (run.Is(NumberForm.Hyphens) && run is { GroupLengths: 0x44 } && IsYear(run.Last) && IsYear(run.FirstDigit))))
        {
            form |= NumberForm.Date;
        }

        // "2026-07-21 14:02:11".
        if (run.Groups >= 5 && run.Is(NumberForm.Colons) && run.Is(NumberForm.Hyphens | NumberForm.Slashes | NumberForm.Dots) && run.GroupLength(0) is 2 or 4)
        {
            form |= NumberForm.Time;
        }

        return !run.Is(NumberForm.Scale) && run.Groups > 1 ? form | NumberForm.Dictated : form;
    }

    private readonly bool IsDecimal()
    {
        if (run.Groups == 2 && run.GroupLength(1) <= 2)
        {
            return true;
        }

        for (var i = 1; i < run.Groups && i < 16; i++)
        {
            if (run.GroupLength(i) != 3)
            {
                return false;
            }
        }

        return run.GroupLength(0) <= 3 && run.Groups <= 3;
    }

    private readonly bool IsDate()
    {
        var digits = runs.From(run.Start);
        if (run.GroupLength(0) == 4)
        {
            return run.GroupLength(1) <= 2 && run.GroupLength(2) <= 2 && digits[0] is '1' or '2';
        }

        return run.GroupLength(0) <= 2 && run.GroupLength(1) <= 2 && run.GroupLength(2) is 2 or 4
            && Value(digits[..run.GroupLength(0)]) <= 31 && Value(digits.Slice(run.GroupLength(0), run.GroupLength(1))) <= 31;
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
