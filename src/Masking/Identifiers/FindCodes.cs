using System.Buffers;
using Earshot.Masking.Tokens;

namespace Earshot.Masking.Identifiers;

/// <summary>
/// Reads the code of letters and digits that a run of digits is part of. Written codes are held together by glue and
/// capitals. Spoken ones ("к двести тринадцать ав", "b for bravo p double three") only when somebody asked for a code:
/// their letters are words of every other sentence.
/// </summary>
internal ref struct FindCodes
{
    public const int MaximumLength = 40;
    private const int MaximumTokens = 40;
    private const int MaximumGap = 4;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly TokenisedCall call;
    private readonly ReadOnlySpan<Token> tokens;
    private readonly int turn;
    private readonly bool isAsked;
    private bool hasLetters;

    private FindCodes(TokenisedCall call, int first, bool isAsked)
    {
        this.call = call;
        this.isAsked = isAsked;
        tokens = call.Tokens;
        turn = tokens[first].Turn;
    }

    /// <summary>Widens the range and writes the code; the length is 0 when no letters belong to the run.</summary>
    public static int Read(TokenisedCall call, bool isAsked, ref int first, ref int last, Span<char> code)
    {
        var reader = new FindCodes(call, first, isAsked);
        reader.hasLetters = reader.HasGluedLetters(first, last);
        var from = reader.Backward(first);
        var to = reader.Forward(last);
        from = reader.hasLetters ? reader.Backward(from) : from;
        if (!reader.hasLetters)
        {
            return 0;
        }

        (first, last) = (from, to);
        return WriteCode.From(call, from, to, code);
    }

    private readonly bool HasGluedLetters(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (tokens[i].Kind is TokenKind.Word && tokens[i].Traits is WordTraits.None)
            {
                return true;
            }
        }

        return false;
    }

    private int Backward(int first)
    {
        var from = first;
        for (var i = first - 1; i >= 0 && first - i < MaximumTokens && from - i <= MaximumGap && tokens[i].Turn == turn && !tokens[i + 1].Is(TokenShape.LineStart); i--)
        {
            if (IsPart(i, i + 1, from))
            {
                from = i;
            }
            else if (isAsked && ExampleStart(i) is var start and >= 0)
            {
                from = i = start;
                hasLetters = true;
            }
            else if (!IsGap(i, i + 1))
            {
                break;
            }
        }

        return from;
    }

    private int Forward(int last)
    {
        var to = last;
        for (var i = last + 1; i < tokens.Length && i - last < MaximumTokens && i - to <= MaximumGap && tokens[i].Turn == turn && !tokens[i].Is(TokenShape.LineStart); i++)
        {
            if (IsPart(i, to + 1, i) && !IsConjunctionAtEnd(i))
            {
                to = i;
            }
            else if (isAsked && i == to + 1 && ExampleEnd(i) is var end and > 0)
            {
                to = i = end;
            }
            else if (!IsGap(i, i))
            {
                break;
            }
        }

        return to;
    }

    // A part of the code: digits, or letters that are tied to it without a space from one token to the other.
    private bool IsPart(int token, int from, int to)
    {
        ref readonly var at = ref tokens[token];
        var glued = true;
        for (var i = from; i <= to; i++)
        {
            glued &= call.IsGlued(i);
        }

        if (at.Is(WordTraits.Ordinal))
        {
            return false;
        }

        if (at.Kind is TokenKind.Number || at.Is(WordTraits.Number))
        {
            return glued || isAsked || (hasLetters && at.Kind is TokenKind.Number);
        }

        if (at.Kind is not TokenKind.Word || !IsLetters(token, glued))
        {
            return false;
        }

        hasLetters = true;
        return true;
    }

    private readonly bool IsLetters(int token, bool glued)
    {
        ref readonly var at = ref tokens[token];
        if (token > 0 && call.IsSign(token - 1, '\''))
        {
            return false;
        }

        // "Steuer ID 123": the word that names the code is no part of it.
        if (!glued && at.FoldedLength > 1 && at.Is(WordTraits.PhraseStart) && !at.Is(WordTraits.LetterName))
        {
            return false;
        }

        if (at.Is(WordTraits.Unit) && !(glued && at.Is(TokenShape.AllCapitals)) && !(isAsked && at.FoldedLength == 1))
        {
            return isAsked && (at.Is(WordTraits.LetterName) || (at.FoldedLength == 2 && call.Folded(token) is "gb" && !Numbers.ReadNumber.IsNumber(tokens[token - 1])));
        }

        return (glued && at.FoldedLength <= 8)
            || (at.FoldedLength <= 4 && at.Is(TokenShape.AllCapitals))
            || (at.FoldedLength == 1 && at.Is(TokenShape.Capital) && !at.Is(TokenShape.SentenceStart) && call.Folded(token)[0] is not ('i' or 'я'))
            || (isAsked && at.FoldedLength <= 3 && IsBetweenNumbers(token))
            || (isAsked && at.FoldedLength == 2 && at.Is(TokenShape.Cyrillic) && at.Traits is WordTraits.None && IsBetweenNumberWords(token))
            || (isAsked && (at.FoldedLength == 1 || at.Is(WordTraits.LetterName) || IsShortLatin(token) || IsHeardAsOne(token)));
    }

    // "licence number" / "pritc eight five seven": five letters that were heard as one word, which no dictionary holds.
    private readonly bool IsHeardAsOne(int token) =>
        tokens[token].FoldedLength is 4 or 5 && token + 1 < tokens.Length && tokens[token + 1].Turn == turn && tokens[token].Is(TokenShape.Latin) && tokens[token].Traits is WordTraits.None
        && tokens[token].Names is Names.NameTraits.None && Numbers.ReadNumber.IsNumber(tokens[token + 1]) && !Names.WordGraph.English.Contains(call.Folded(token));

    // "н 787 он 23".
    private readonly bool IsBetweenNumbers(int token) =>
        token > 0 && token + 1 < tokens.Length && tokens[token + 1].Turn == turn && tokens[token - 1].Kind is TokenKind.Number && tokens[token + 1].Kind is TokenKind.Number;

    // "семьдесят семь ут восемьсот двенадцать".
    private readonly bool IsBetweenNumberWords(int token) =>
        token > 0 && token + 1 < tokens.Length && tokens[token + 1].Turn == turn && tokens[token - 1].Is(WordTraits.Number) && tokens[token + 1].Is(WordTraits.Number);

    // "lm 13 d1", "ab 12": two or three Latin letters that are no word.
    private readonly bool IsShortLatin(int token) =>
        (tokens[token].FoldedLength == 2 || (tokens[token].FoldedLength == 3 && !call.Folded(token).ContainsAny(Vowels))) && tokens[token].Is(TokenShape.Latin) && tokens[token].Traits is WordTraits.None && tokens[token].Names is Names.NameTraits.None;

    // "и", "а", "a" behind the last digit begin the next clause, unless more of the code or the end of the turn follows.
    private readonly bool IsConjunctionAtEnd(int token)
    {
        if (tokens[token].FoldedLength != 1 || call.IsGlued(token) || !(call.Folded(token)[0] is 'и' or 'а' or 'в' or 'с' or 'к' or 'у' or 'о' or 'я' or 'a' or 'i'))
        {
            return false;
        }

        var next = token + 1;
        return next < tokens.Length && tokens[next].Turn == turn && !tokens[next].Is(TokenShape.LineStart) && tokens[next].Kind is TokenKind.Word
            && tokens[next].FoldedLength > 1 && !tokens[next].Is(WordTraits.Number | WordTraits.LetterName | WordTraits.Filler | WordTraits.SpellingLink);
    }

    private readonly bool IsGap(int token, int border)
    {
        ref readonly var at = ref tokens[token];
        if (at.Kind is TokenKind.Sign)
        {
            var sign = call.Folded(token)[0];
            return (sign is '-' or '/' or '_' && (call.IsGlued(border) || isAsked)) || (isAsked && sign is ',' or '.' or '…') || (sign is '.' && call.IsGlued(token) && token + 1 < tokens.Length && call.IsGlued(token + 1));
        }

        return isAsked && (call.Folded(token) is "номер" or "number" or "серия") || isAsked && at.Is(WordTraits.Filler | WordTraits.Joiner | WordTraits.Correction | WordTraits.Dash | WordTraits.SpellingLink | WordTraits.Dot);
    }

    /// <summary>Where "w as in william" begins, when the token is its last word; -1 otherwise.</summary>
    private readonly int ExampleStart(int token)
    {
        if (token < 2 || tokens[token].Kind is not TokenKind.Word)
        {
            return -1;
        }

        var link = call.Folded(token - 1) is "in" ? token - 2 : token - 1;
        return link >= 1 && tokens[link].Is(WordTraits.SpellingLink) && tokens[link - 1].Turn == turn && IsLetter(link - 1) ? link - 1 : -1;
    }

    /// <summary>Last word of "as in william" that begins here; 0 when there is none.</summary>
    private readonly int ExampleEnd(int token)
    {
        if (!tokens[token].Is(WordTraits.SpellingLink) || token + 1 >= tokens.Length || !IsLetter(token - 1))
        {
            return 0;
        }

        var example = call.Folded(token + 1) is "in" ? token + 2 : token + 1;
        return example < tokens.Length && tokens[example].Kind is TokenKind.Word && tokens[example].Turn == turn ? example : 0;
    }

    private readonly bool IsLetter(int token) =>
        tokens[token].Kind is TokenKind.Word && (tokens[token].FoldedLength == 1 || tokens[token].Is(WordTraits.LetterName));
}
