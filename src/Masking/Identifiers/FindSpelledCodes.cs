using Earshot.Masking.Finding;
using Earshot.Masking.Numbers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// Codes with letters that are dictated over lines and turns: "licence number" / "h a r r i" / "mhm" / "seven one two". The lines that
/// hold nothing but letters and digits, up to the first that says something else, belong to what was asked for.
/// </summary>
internal sealed class FindSpelledCodes(IdentifierRecogniser[] rules)
{
    private const string Name = "spelled-code";
    private const int MaximumLines = 14;
    private const int LongestLine = 60;
    private const int WordsOfInterjection = 4;
    private const float Confidence = 0.58f;

    public void Find(TokenisedCall call, CandidateList found)
    {
        foreach (var mention in call.Topics.Items)
        {
            if (mention.Topic < rules.Length && rules[mention.Topic].TakesLetters)
            {
                FindAfter(call, NextLine(call, mention.Last), rules[mention.Topic].Type, found);
            }
        }
    }

    private static void FindAfter(TokenisedCall call, int line, PersonalDataType type, CandidateList found)
    {
        var (hasLetters, begin) = (false, line);
        for (var lines = 0; lines < MaximumLines && line < call.Tokens.Length; lines++)
        {
            var end = NextLine(call, line);
            if (end - line > LongestLine)
            {
                break;
            }

            var (first, last) = Trim(call, line, end - 1);
            var symbols = Symbols(call, first, last, out var letters);
            if (symbols == 0 && (end - line > WordsOfInterjection || NamesTopic(call, line, end)))
            {
                break;
            }

            hasLetters |= letters;
            line = end;
        }

        if (hasLetters)
        {
            Add(call, begin, line, type, found);
        }
    }

    private static void Add(TokenisedCall call, int line, int end, PersonalDataType type, CandidateList found)
    {
        while (line < end)
        {
            var next = NextLine(call, line);
            var (first, last) = Trim(call, line, next - 1);
            if (Symbols(call, first, last, out _) >= 2 || (last > first && Symbols(call, first, last, out _) == 1))
            {
                found.Add(first, last, type, Confidence, Name);
            }

            line = next;
        }
    }

    /// <summary>How many letters and digits the line holds; 0 when there is anything else in it, or nothing that is surely one.</summary>
    private static int Symbols(TokenisedCall call, int first, int last, out bool letters)
    {
        letters = false;
        var (count, certain) = (0, 0);
        for (var i = first; i <= last; i++)
        {
            ref readonly var token = ref call.Tokens[i];
            if (i > first && call.Folded(i) is "or" or "not" or "или" or "не")
            {
                continue;
            }

            if (token.Kind is TokenKind.Sign || token.Is(WordTraits.Dash | WordTraits.Slash) || token.Number is NumberKind.Repeat)
            {
                continue;
            }

            var isNumber = ReadNumber.IsNumber(token);
            if (!isNumber && !IsLetter(token))
            {
                return 0;
            }

            letters |= !isNumber;
            certain += isNumber || !IsAlsoWord(call.Folded(i)) ? 1 : 0;
            count += isNumber && token.FoldedLength > 1 && token.Kind is TokenKind.Number ? token.FoldedLength : 1;
            i = SkipExample(call, i);
        }

        return certain > 0 ? count : 0;
    }

    private static bool IsLetter(in Token token) => token.Kind is TokenKind.Word && (token.FoldedLength == 1 || token.Is(WordTraits.LetterName));

    private static bool IsAlsoWord(ReadOnlySpan<char> word) =>
        word is "a" or "i" or "и" or "в" or "с" or "к" or "о" or "у" or "я" or "а" or "э" or "эм" or "ха" or "so" or "ex" or "ray" or "mike" or "و" or "ان" or "اي";

    // "as in boy", "for bravo", "как доллар".
    private static int SkipExample(TokenisedCall call, int letter)
    {
        var link = letter + 1;
        if (link + 1 >= call.Tokens.Length || !call.Tokens[link].Is(WordTraits.SpellingLink) || call.Tokens[link].Is(TokenShape.LineStart))
        {
            return letter;
        }

        var example = call.Folded(link + 1) is "in" ? link + 2 : link + 1;
        return example < call.Tokens.Length && !call.Tokens[example].Is(TokenShape.LineStart) ? example : letter;
    }

    // "it's", "так", "okay" around the letters.
    private static (int First, int Last) Trim(TokenisedCall call, int first, int last)
    {
        while (first <= last && IsAround(call, first))
        {
            first++;
        }

        while (last >= first && IsAround(call, last))
        {
            last--;
        }

        return (first, last);
    }

    private static bool IsAround(TokenisedCall call, int token)
    {
        ref readonly var at = ref call.Tokens[token];
        return at.Kind is TokenKind.Sign || (call.IsSign(token - 1, '\'') && call.IsGlued(token))
            || (at.FoldedLength > 1 && at.Is(WordTraits.Filler | WordTraits.Correction | WordTraits.Joiner | WordTraits.FunctionWord) && !ReadNumber.IsNumber(at) && !at.Is(WordTraits.LetterName))
            || call.Folded(token) is "it" or "is" or "then" or "finally" or "letters" or "буквы" or "буква" or "серия" or "номер" or "регион";
    }

    private static bool NamesTopic(TokenisedCall call, int first, int end) =>
        call.Topics.From(first) is [var next, ..] && next.First < end && !MaskingRules.IsGeneral(next.Topic);

    // The end of the call where the line goes on and on: text without lines is read once, not once a mention.
    private static int NextLine(TokenisedCall call, int token)
    {
        var next = token + 1;
        while (next < call.Tokens.Length && !call.Tokens[next].Is(TokenShape.LineStart))
        {
            if (++next - token > LongestLine)
            {
                return call.Tokens.Length;
            }
        }

        return next;
    }
}
